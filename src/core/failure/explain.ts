import { assertNever } from '../assert-never'
import { buildWords } from './explain-build'
import { downloadWords } from './explain-download'
import { engineWords } from './explain-engine'
import { othersWords } from './explain-others'
import { projectWords } from './explain-project'
import { runWords } from './explain-run'
import type { FailureKind, Fix, Problem } from './failure'

/** What happened, why, what was not lost, and the buttons that help. */
export interface Words {
  readonly title: string
  readonly why: string
  readonly notLost: string
  readonly fixes: readonly Fix[]
}

/** A failure in the words of the screen; `evidence` is what Docker printed. */
export function explain(failure: FailureKind, evidence: readonly string[]): Problem {
  return { failure, ...wordsOf(failure), evidence }
}

function wordsOf(failure: FailureKind): Words {
  switch (failure.kind) {
    case 'engine-missing':
    case 'engine-off':
    case 'engine-forbidden':
    case 'engine-lost':
    case 'engine-silent':
    case 'engine-too-old':
    case 'compose-missing':
    case 'compose-too-old':
      return engineWords(failure)
    case 'project-missing':
    case 'project-invalid':
    case 'variable-missing':
    case 'nothing-selected':
    case 'no-such-version':
    case 'dockerfile-missing':
    case 'dockerfile-invalid':
    case 'stage-missing':
    case 'file-missing':
    case 'file-ignored':
    case 'folder-missing':
    case 'folder-forbidden':
      return projectWords(failure)
    case 'name-not-resolved':
    case 'network-broken':
    case 'wrong-hash':
    case 'package-missing':
    case 'download-missing':
    case 'base-image-missing':
    case 'wrong-platform':
    case 'registry-unreachable':
    case 'registry-refused':
    case 'registry-busy':
    case 'registry-broken':
    case 'certificate-untrusted':
      return downloadWords(failure)
    case 'disk-full':
    case 'out-of-memory':
    case 'step-failed':
    case 'build-disagrees':
    case 'cancelled':
    case 'unknown':
      return buildWords(failure)
    case 'port-taken':
    case 'other-version-runs':
    case 'consent-needed':
    case 'no-graphics-card':
    case 'not-built':
    case 'name-taken':
    case 'no-addresses-left':
    case 'program-missing':
    case 'user-missing':
    case 'other-project-missing':
    case 'never-ready':
    case 'stopped-itself':
    case 'switch-rolled-back':
    case 'switch-cancelled':
    case 'switch-undone':
    case 'old-still-runs':
    case 'hand-over-refused':
    case 'roll-back-failed':
    case 'switch-interrupted':
    case 'photo-refused':
    case 'busy':
      return runWords(failure)
    case 'other-panel':
    case 'other-folder':
      return othersWords(failure)
    default:
      return assertNever(failure)
  }
}
