import { assertNever } from '../assert-never'
import type { Words } from './explain'
import { checkAgain, openLink, startEngine, tryAgain } from './explain-fixes'
import type { FailureKind } from './failure'

type EngineFailure = Extract<
  FailureKind,
  { kind: 'engine-missing' | 'engine-off' | 'engine-forbidden' | 'engine-lost' | 'engine-silent' | 'engine-too-old' | 'compose-missing' | 'compose-too-old' }
>

/** The words for everything that is about Docker itself. */
export function engineWords(failure: EngineFailure): Words {
  switch (failure.kind) {
    case 'engine-missing':
      return {
        title: 'Docker is missing',
        why: 'Facecraft runs inside Docker, and this computer does not have it.',
        notLost: 'Nothing was changed.',
        fixes: [openLink('Get Docker Desktop', 'docker-desktop'), checkAgain],
      }
    case 'engine-off':
      return {
        title: 'Docker is off, so Facecraft cannot start',
        why: 'Nothing answers where Docker should be.',
        notLost: 'Your photos and settings are untouched.',
        fixes: [startEngine, checkAgain],
      }
    case 'engine-forbidden':
      return {
        title: 'Your account may not use Docker',
        why: 'It is not in the group "docker", whose members can control this computer.',
        notLost: 'Nothing was changed so far.',
        fixes: [openLink('Show me how', 'docker-group'), checkAgain],
      }
    case 'engine-lost':
      return {
        title: 'Docker stopped in the middle of it',
        why: 'The connection to Docker broke off. It was closed, restarted, or it crashed.',
        notLost: 'Finished steps and finished photos are on disk.',
        fixes: [startEngine, tryAgain],
      }
    case 'engine-silent':
      return {
        title: 'Docker does not answer',
        why: 'It is running, but gave no answer in time. It may be very busy or stuck.',
        notLost: 'Nothing was started or stopped. Finished photos are on disk.',
        fixes: [tryAgain, checkAgain],
      }
    case 'engine-too-old':
      return {
        title: 'Docker and its tools do not fit together',
        why: `One of them is too old for the other${failure.offers ? `: this Docker understands version ${failure.offers}` : ''}. Update Docker.`,
        notLost: 'Nothing was changed. Your photos and settings are untouched.',
        fixes: [openLink('Get Docker Desktop', 'docker-desktop'), checkAgain],
      }
    case 'compose-missing':
      return {
        title: 'Docker lacks the part that runs apps like this one',
        why: 'The add-on "Compose" is missing or could not be started.',
        notLost: 'Nothing was changed.',
        fixes: [openLink('Add the missing part', 'compose-plugin'), checkAgain],
      }
    case 'compose-too-old':
      return {
        title: 'Docker is too old for this panel',
        why: 'Its add-on "Compose" cannot report what it does while it works. Update Docker.',
        notLost: 'Nothing was changed.',
        fixes: [openLink('Get the newer one', 'compose-plugin'), checkAgain],
      }
    default:
      return assertNever(failure)
  }
}
