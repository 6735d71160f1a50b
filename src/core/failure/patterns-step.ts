import { plainStep } from '../build/step-names'
import type { Pattern } from './recognise'

/** A step's end, where nothing in its output told more. */
export const stepPatterns: readonly Pattern[] = [
  [/did not complete successfully: exit code: 137\b|signal: killed/, () => ({ kind: 'out-of-memory' })],
  [
    /runc run failed: .*exec: "(.+?)": (?:stat .*no such file|executable file not found)/,
    ([, program = ''], { step }) => ({ kind: 'step-failed', step: step ?? nameOf(program), code: 127 }),
  ],
  [
    /process "(.*)" did not complete successfully: exit code: (\d+)/,
    ([, command = '', code], { step }) => ({ kind: 'step-failed', step: step ?? nameOf(command), code: Number(code) }),
  ],
]

function nameOf(command: string): string {
  return plainStep(`[1/1] RUN ${command.replace(/^\/bin\/sh -c /, '').replaceAll('\\"', '"')}`).name
}
