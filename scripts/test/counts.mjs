/** Reads how many tests passed and failed out of vitest's JSON report. */
export function countVitest(report) {
  // A file that cannot be loaded has no tests; only the suites tell.
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles }
}

/** Reads how many tests passed and failed out of Playwright's JSON report; one that passed at a second try is no pass. */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/** Reads how many tests passed and failed out of pytest's own last line. */
export function countPytest(output) {
  const summary = output.split('\n').findLast((line) => /\d+ (passed|failed|errors?)\b.* in [\d.]+ ?s/.test(line)) ?? ''
  const number = (words) => Number(new RegExp(`(\\d+) (?:${words})\\b`).exec(summary)?.[1] ?? 0)
  return { passed: number('passed'), failed: number('failed') + number('errors?') }
}

/** Makes a runner's counts honest: one that ran nothing, or ended badly without saying so, counts as a failure. */
export function judgeRunner({ passed, failed }, exitCode) {
  const silentFailure = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: silentFailure ? 1 : failed }
}
