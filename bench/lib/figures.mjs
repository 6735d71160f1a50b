/** The middle of the values. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

/**
 * Runs both sides in turn, A B A B, so that a machine whose speed drifts is fair to both.
 * @param {number} runs how often each
 * @param {() => Promise<number>} ours one run, its figure
 * @param {() => Promise<number>} theirs one run of the baseline
 * @returns {Promise<{ ours: number[], theirs: number[] }>}
 */
export async function inTurn(runs, ours, theirs) {
  const figures = { ours: [], theirs: [] }
  for (let i = 0; i < runs; i += 1) {
    figures.ours.push(await ours())
    figures.theirs.push(await theirs())
  }
  return figures
}

/** Prints one figure as a JSON line; value and baseline are medians, ratio is value by baseline. */
export function printFigure({ name, unit, ours, theirs = [], note = '' }) {
  const value = round(median(ours))
  const baseline = theirs.length === 0 ? null : round(median(theirs))
  const ratio = baseline ? round(value / baseline) : null
  console.log(JSON.stringify({ name, value, unit, baseline, ratio, runs: ours.length, note }))
}

function round(value) {
  return Math.round(value * 100) / 100
}
