/** The look of a report: the panel's own colours and sizes, on screen in light and dark, and on paper. */
export const reportStyle = `
:root { color-scheme: light dark; --bg: #f5f4f2; --surface: #fff; --sunken: #faf9f7; --ink: #1c1b19; --ink-2: #55524c; --ink-3: #6b6862; --line: #e9e7e3; --ok: #17714a; --warn: #855300; --bad: #b3261b; }
@media (prefers-color-scheme: dark) { :root { --bg: #0e0e0d; --surface: #171716; --sunken: #121211; --ink: #efede8; --ink-2: #b5b2aa; --ink-3: #98958d; --line: #272725; --ok: #62cf98; --warn: #efb556; --bad: #ff9187; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 32px 16px; background: var(--bg); color: var(--ink); font: 14px/20px Inter, system-ui, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 920px; margin: 0 auto; padding: 36px 40px; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
h1, h2, h3, p, dl, dd, ul { margin: 0; }
.kicker { color: var(--ink-3); font-size: 12.5px; }
h1 { margin-top: 4px; font-size: 28px; line-height: 34px; font-weight: 600; letter-spacing: -0.01em; }
.lead { margin-top: 6px; color: var(--ink-2); }
h2 { margin: 34px 0 10px; font-size: 18px; line-height: 24px; font-weight: 600; }
.counts { display: flex; flex-wrap: wrap; gap: 28px; margin-top: 22px; }
.counts div { display: flex; flex-direction: column; }
.counts dd { font-size: 24px; line-height: 28px; font-weight: 600; }
.counts dt { color: var(--ink-3); font-size: 12.5px; }
.passed { color: var(--ok); } .needs-a-look { color: var(--warn); } .failed { color: var(--bad); } .could-not-run, .stale, .not-run, .quiet { color: var(--ink-3); }
table { width: 100%; border-collapse: collapse; font-size: 13.5px; }
th, td { padding: 8px 12px 8px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: var(--ink-3); font-size: 12.5px; font-weight: 500; }
tbody th { font-weight: 500; }
td a { text-decoration: none; } td a:hover { text-decoration: underline; }
.facts th { width: 150px; } .facts td { color: var(--ink-2); overflow-wrap: anywhere; }
ul { padding-left: 18px; } li { margin: 4px 0; }
.note { margin-bottom: 14px; color: var(--ink-3); font-size: 12.5px; }
article { padding: 16px 0; border-top: 1px solid var(--line); color: var(--ink); break-inside: avoid-page; }
article.stale { color: var(--ink-3); }
h3 { font-size: 15px; line-height: 22px; font-weight: 600; }
h3 small { margin-left: 6px; color: var(--ink-3); font-size: 12.5px; font-weight: 400; }
article p { color: var(--ink-2); font-size: 13px; }
article .verdict { font-weight: 500; }
article.passed .verdict { color: var(--ok); } article.needs-a-look .verdict { color: var(--warn); } article.failed .verdict { color: var(--bad); }
article .fix { margin-top: 4px; color: var(--ink); }
pre { margin: 10px 0 6px; padding: 10px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--sunken); color: var(--ink-2); font: 11.5px/18px ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
pre b { font-weight: 400; color: var(--ink); }
article .ending { color: var(--ink-3); font-size: 12px; overflow-wrap: anywhere; }
@media print { :root { --bg: #fff; --surface: #fff; --sunken: #fff; --ink: #000; --ink-2: #333; --ink-3: #555; --line: #ccc; --ok: #17714a; --warn: #855300; --bad: #b3261b; } body { padding: 0; } main { border: 0; padding: 0; max-width: none; } h2 { break-after: avoid; } }
@page { margin: 18mm 16mm; }
`
