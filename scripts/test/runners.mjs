import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { staticChecks } from '../check/checks.mjs'
import { runChecks } from '../check/run-checks.mjs'
import { lastLines, localCommand, run } from '../lib/run.mjs'
import { say } from '../lib/say.mjs'
import { countPlaywright, countPytest, countVitest, judgeRunner } from './counts.mjs'

const TEST_IMAGE = 'facecraft-test'
// Longer than the slowest step from cold, so that only one that hangs meets it.
const DEADLINE = 25 * 60_000

/**
 * Everything that `npm test` runs, in this order. `needs` names what is set up before; `run` gets the environment and
 * a folder of its own for its log and what it leaves behind, and returns the counts of passed and failed tests.
 */
export const runners = [
  { name: 'check', heading: 'Types, lint, dead code', needs: [], run: ({ folder }) => runChecks(staticChecks(), join(folder, 'log.txt')) },
  { name: 'unit', heading: 'Unit tests', needs: [], run: vitest('unit') },
  { name: 'python', heading: 'Tests of the service', needs: ['engine'], run: pytest },
  { name: 'image', heading: 'The processor image', needs: ['engine'], run: buildImage },
  { name: 'contract', heading: 'Contract tests on the engine', needs: ['engine', 'processes', 'build'], run: vitest('contract') },
  { name: 'window', heading: 'Stories in the window', needs: ['engine', 'processes', 'window'], run: playwright('window') },
  { name: 'browser', heading: 'Stories in a current browser', needs: ['engine', 'processes', 'browser'], run: playwright('browser') },
]

function vitest(project) {
  return async ({ env, folder }) => {
    const report = join(folder, 'report.json')
    const options = ['--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await step([...localCommand('vitest'), 'run', ...options], { env, folder })
    return judgeRunner(countVitest(JSON.parse(readFileSync(report, 'utf8'))), code)
  }
}

function playwright(project) {
  return async ({ env, folder }) => {
    const report = join(folder, 'report.json')
    const options = ['--config', 'e2e/playwright.config.ts', '--project', project, '--reporter=list,json', '--output', join(folder, 'results')]
    const command = [...localCommand('@playwright/test', 'playwright'), 'test', ...options]
    const code = await step(command, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, folder })
    return judgeRunner(countPlaywright(JSON.parse(readFileSync(report, 'utf8'))), code)
  }
}

async function pytest({ env, folder }) {
  const build = ['docker', 'build', '--progress', 'plain', '-f', 'docker/Dockerfile.cpu', '--target', 'test', '-t', TEST_IMAGE, '.']
  if ((await step(build, { env, folder })) !== 0) return { passed: 0, failed: 1 }
  const result = await run(['docker', 'run', '--rm', TEST_IMAGE], { env, log: join(folder, 'log.txt'), timeout: DEADLINE })
  const counts = judgeRunner(countPytest(result.output), result.code)
  if (counts.failed > 0) say(lastLines(result.output, 60))
  return counts
}

async function buildImage({ env, folder }) {
  const compose = ['docker', 'compose', '--profile', 'cpu']
  if ((await step([...compose, 'build'], { env, folder })) !== 0) return { passed: 0, failed: 1 }
  // Compose ends with 0 also when it had nothing to build, so the image itself must be seen.
  const images = (await run([...compose, 'config', '--images'], { env })).stdout.split('\n').filter(Boolean)
  const code = images.length === 0 ? 1 : await step(['docker', 'image', 'inspect', '--format', '{{.Id}} {{.Size}}', ...images], { env, folder })
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function step(command, { env, folder }) {
  const result = await run(command, { env, log: join(folder, 'log.txt'), timeout: DEADLINE })
  if (result.timedOut) say(`ended because it took longer than ${DEADLINE / 60_000} minutes`)
  if (result.code !== 0) say(lastLines(result.output, 60))
  return result.code
}
