import { assertNever } from '../assert-never'
import { awayWords } from '../operation/away'
import { duration } from '../words/duration'
import type { Words } from './explain'
import { checkAgain, showLog, stopApp, tryAgain, useProcessor, usePort } from './explain-fixes'
import type { FailureKind } from './failure'

type RunFailure = Extract<
  FailureKind,
  {
    kind:
      | 'port-taken'
      | 'other-version-runs'
      | 'consent-needed'
      | 'no-graphics-card'
      | 'not-built'
      | 'name-taken'
      | 'no-addresses-left'
      | 'program-missing'
      | 'user-missing'
      | 'other-project-missing'
      | 'never-ready'
      | 'stopped-itself'
      | 'switch-rolled-back'
      | 'switch-cancelled'
      | 'switch-undone'
      | 'old-still-runs'
      | 'hand-over-refused'
      | 'roll-back-failed'
      | 'switch-interrupted'
      | 'photo-refused'
      | 'busy'
  }
>

const SHOWN_HAZARDS = 2
const NOTHING_RUNS = 'Nothing was started or stopped.'

/** The words for everything that goes wrong while the app starts or runs. */
export function runWords(failure: RunFailure): Words {
  switch (failure.kind) {
    case 'port-taken':
      return {
        title: failure.owner ? `"${failure.owner}" already uses localhost:${failure.port}` : `Another program already uses localhost:${failure.port}`,
        why: failure.instead
          ? `Two programs cannot have the same address. Use ${failure.instead} instead, or close that program.`
          : 'Two programs cannot have the same address. Close that program, then try again.',
        notLost: NOTHING_RUNS,
        fixes: failure.instead ? [usePort(failure.instead), tryAgain] : [tryAgain, checkAgain],
      }
    case 'other-version-runs': {
      const [running, wanted] = [DEVICES[failure.running] ?? failure.running, DEVICES[failure.wanted] ?? failure.wanted]
      return {
        title: `The ${running} version is running`,
        why: `Only one version can run at a time. A switch stops it and starts the ${wanted} version.`,
        notLost: NOTHING_RUNS,
        fixes: [{ kind: 'use-variant', label: `Switch to the ${wanted}`, variant: failure.wanted }],
      }
    }
    case 'consent-needed':
      return {
        title: 'This project reaches beyond its containers',
        why: `${failure.hazards.slice(0, SHOWN_HAZARDS).join('; ')}${failure.hazards.length > SHOWN_HAZARDS ? '; and more, listed below' : ''}. Start it only if you trust where it comes from.`,
        notLost: NOTHING_RUNS,
        fixes: [{ kind: 'consent', label: 'Start it, I trust it', consent: failure.consent }],
      }
    case 'no-graphics-card':
      return {
        title: 'Docker cannot use your graphics card yet',
        why: failure.reason === null ? 'Docker would not pass the card on. “Show me how” says what is missing, and what to do.' : `${failure.reason}.`,
        notLost: 'Facecraft still runs on the processor.',
        fixes: [useProcessor, { kind: 'card-help', label: 'Show me how', variant: failure.variant }],
      }
    case 'not-built':
      return { title: 'This version is not built yet', why: 'The app package has to be made first, once.', notLost: NOTHING_RUNS, fixes: [tryAgain] }
    case 'name-taken':
      return {
        title: 'Something else in Docker has the same name',
        why: `"${failure.name}" exists already and does not belong to this project.`,
        notLost: NOTHING_RUNS,
        fixes: [tryAgain, showLog],
      }
    case 'no-addresses-left':
      return {
        title: 'Docker has no room for another network',
        why: 'Too many networks of other projects are left over. Remove some that are not used.',
        notLost: NOTHING_RUNS,
        fixes: [tryAgain, showLog],
      }
    case 'program-missing':
      return incomplete(`The program "${failure.program}" that should start ${failure.reason === 'absent' ? 'is not in it' : 'may not be run'}.`)
    case 'user-missing':
      return incomplete(`The user "${failure.user}" that it should run as is not in it.`)
    case 'other-project-missing':
      return {
        title: 'Something of another project is missing',
        why: `The ${failure.what} should exist already, and does not. Start the project that makes it first.`,
        notLost: NOTHING_RUNS,
        fixes: [tryAgain, showLog],
      }
    case 'never-ready':
      return {
        title: 'Facecraft never became ready',
        why:
          failure.reasons.length > 0
            ? `${failure.reasons.join('; ').replace(/[.]$/, '')}.`
            : `It runs, but did not say that it is ready${failure.seconds > 0 ? ` within ${duration(failure.seconds)}` : ' in time'}.`,
        notLost: 'Finished photos are on disk.',
        fixes: [tryAgain, showLog, stopApp],
      }
    case 'stopped-itself':
      return {
        title: failure.outOfMemory ? 'Facecraft ran out of memory' : 'Facecraft stopped by itself',
        why: `It ended ${failure.restarts > 0 ? `${failure.restarts + 1} times ` : ''}with code ${failure.code}. Its last lines are below.`,
        notLost: 'Finished photos are on disk.',
        fixes: failure.outOfMemory ? [useProcessor, showLog] : [tryAgain, showLog],
      }
    case 'switch-rolled-back':
      return {
        title: 'The switch did not work',
        why: `${sentence(failure.cause)} Facecraft was away for ${duration(failure.awaySeconds)}.`,
        notLost: `The version for the ${DEVICES[failure.backOn] ?? failure.backOn} is back, with all photos.`,
        fixes: [tryAgain, showLog],
      }
    case 'switch-cancelled':
      return {
        title: 'The switch was cancelled',
        why: `Facecraft was away for ${duration(failure.awaySeconds)}.`,
        notLost: `The version for the ${DEVICES[failure.backOn] ?? failure.backOn} is back, with all photos.`,
        fixes: [tryAgain],
      }
    case 'switch-undone':
      return {
        title: 'The switch did not work',
        why: `${sentence(failure.cause)} ${awayWords(failure.away)}`,
        notLost: `The version for the ${DEVICES[failure.keeps] ?? failure.keeps} goes on, with all photos.`,
        fixes: [tryAgain, showLog],
      }
    case 'old-still-runs': {
      const name = DEVICES[failure.old] ?? failure.old
      return {
        title: `The ${name} version is still running`,
        why: `The ${DEVICES[failure.next] ?? failure.next} version answers now, but Docker could not stop the ${name} version, which keeps its memory.`,
        notLost: 'Facecraft answers, and photos and settings are as they were.',
        fixes: [{ kind: 'stop-version', label: 'Stop it', variant: failure.old, beside: failure.next }],
      }
    }
    case 'hand-over-refused':
      return {
        title: 'The forwarder did not pass the address on',
        why: 'The container that holds the address does not answer. Restart Facecraft, then switch again.',
        notLost: 'Finished photos are on disk.',
        fixes: [tryAgain],
      }
    case 'roll-back-failed':
      return {
        title: 'The switch did not work, and the version before is not back',
        why: `${sentence(failure.cause)}${failure.back === failure.cause ? '' : ` Going back failed: ${sentence(failure.back)}`}`,
        notLost: 'Photos and settings are as they were.',
        fixes: [{ kind: 'use-variant', label: `Start the ${DEVICES[failure.backOn] ?? failure.backOn} version`, variant: failure.backOn }],
      }
    case 'switch-interrupted':
      return {
        title: 'The switch was broken off half way',
        why: `${failure.by === 'docker' ? 'Docker' : 'The panel'} ended during the switch to the ${DEVICES[failure.to] ?? failure.to}, and neither version is ready.`,
        notLost: 'Finished photos and settings are as they were.',
        fixes: [
          { kind: 'use-variant', label: 'Finish the switch', variant: failure.to },
          { kind: 'use-variant', label: `Go back to the ${DEVICES[failure.from] ?? failure.from}`, variant: failure.from },
        ],
      }
    case 'photo-refused':
      return { title: 'No portrait from this photo', why: failure.detail, notLost: `Your photo is unchanged. ${failure.fix}`.trim(), fixes: [] }
    case 'busy':
      return {
        title: 'Something else is still going on',
        why: `${RUNNING[failure.running] ?? failure.running} is not finished. Wait for it, or stop it first.`,
        notLost: 'Nothing was started or stopped.',
        fixes: [],
      }
    default:
      return assertNever(failure)
  }
}

function sentence(words: string): string {
  return words.replace(/[.]?$/, '.')
}

function incomplete(why: string): Words {
  return {
    title: 'The app package is incomplete',
    why: `${why} Build this version again.`,
    notLost: 'Photos and settings are untouched.',
    fixes: [tryAgain, showLog],
  }
}

const DEVICES: Readonly<Record<string, string>> = { cpu: 'processor', gpu: 'graphics card' }

const RUNNING: Readonly<Record<string, string>> = {
  build: 'A build',
  start: 'A start',
  stop: 'A stop',
  switch: 'A switch',
  verify: 'A run of the checks',
}
