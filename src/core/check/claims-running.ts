import type { CheckInfo } from './check'

const running = { group: 'running', needs: 'package', about: null } as const

/** What is promised while it runs; without a running app, one is started for the checks alone. */
export const runningClaims: readonly CheckInfo[] = [
  {
    ...running,
    id: 'answers',
    claim: 'Answers, with all models loaded',
    proves: 'It can be used, and has not only been started.',
  },
  {
    ...running,
    id: 'device',
    claim: 'Computes where you chose',
    proves: 'The choice between processor and graphics card is real.',
  },
  {
    ...running,
    id: 'locked-down',
    claim: 'Has no more rights than it needs',
    proves: 'The running program is an ordinary user, cannot gain rights, and can only write where photos go.',
  },
  {
    ...running,
    id: 'can-save',
    claim: 'Can save photos',
    proves: 'A file was written into both folders, read back and removed, so that results will not be lost.',
  },
  {
    ...running,
    id: 'survives-restart',
    claim: 'Photos stay after a restart',
    proves: 'A photo was still there, byte for byte, after the app was taken away and started anew.',
  },
]
