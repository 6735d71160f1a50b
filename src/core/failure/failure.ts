import type { FileExcerpt } from '../build/file-excerpt'

import type { Away } from '../operation/away'
import type { OperationKind } from '../operation/operation'

/** Everything the panel can explain; `unknown` shows the raw lines first. */
export type FailureKind =
  | { readonly kind: 'engine-missing' }
  | { readonly kind: 'engine-off' }
  | { readonly kind: 'engine-forbidden' }
  | { readonly kind: 'engine-lost' }
  | { readonly kind: 'engine-silent' }
  | { readonly kind: 'engine-too-old'; readonly offers: string | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'compose-missing' }
  | { readonly kind: 'compose-too-old' }
  /** `path` is null where a folder holds no project at all. */
  | { readonly kind: 'project-missing'; readonly path: string | null }
  | { readonly kind: 'project-invalid'; readonly line: number | null; readonly detail: string }
  | { readonly kind: 'variable-missing'; readonly name: string }
  | { readonly kind: 'nothing-selected' }
  | { readonly kind: 'no-such-version'; readonly wanted: string; readonly known: readonly string[] }
  | { readonly kind: 'port-taken'; readonly port: number; readonly owner: string | null; readonly instead?: number }
  /** Another version runs that cannot run beside the wanted one. */
  | { readonly kind: 'other-version-runs'; readonly running: string; readonly wanted: string }
  | { readonly kind: 'consent-needed'; readonly hazards: readonly string[]; readonly consent: string }
  /** `reason` is what the version's card says, null where only Docker spoke. */
  | { readonly kind: 'no-graphics-card'; readonly reason: string | null; readonly variant: string | null }
  /** Where Docker keeps its data, unless the panel itself cannot write. */
  | { readonly kind: 'disk-full'; readonly where?: 'panel' }
  | { readonly kind: 'out-of-memory' }
  | { readonly kind: 'name-not-resolved'; readonly host: string | null }
  | { readonly kind: 'network-broken'; readonly host: string | null }
  | { readonly kind: 'wrong-hash'; readonly file: string | null }
  /** Missing in the project, or in the stage of the build that it is copied from. */
  | { readonly kind: 'file-missing'; readonly path: string; readonly stage: string | null }
  | { readonly kind: 'package-missing'; readonly name: string }
  | { readonly kind: 'download-missing'; readonly host: string | null }
  | { readonly kind: 'file-ignored'; readonly path: string }
  | { readonly kind: 'folder-missing'; readonly path: string }
  | { readonly kind: 'folder-forbidden'; readonly path: string }
  | { readonly kind: 'dockerfile-missing'; readonly path: string }
  | { readonly kind: 'dockerfile-invalid'; readonly line: number | null; readonly detail: string }
  | { readonly kind: 'stage-missing'; readonly stage: string }
  | { readonly kind: 'base-image-missing'; readonly image: string | null }
  | { readonly kind: 'wrong-platform'; readonly image: string | null }
  | { readonly kind: 'registry-unreachable'; readonly host: string }
  | { readonly kind: 'registry-refused'; readonly image: string | null }
  | { readonly kind: 'registry-busy'; readonly host: string | null }
  | { readonly kind: 'registry-broken'; readonly host: string | null }
  | { readonly kind: 'certificate-untrusted'; readonly host: string | null }
  | { readonly kind: 'step-failed'; readonly step: string; readonly code: number }
  | { readonly kind: 'not-built'; readonly image: string }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'no-addresses-left' }
  | { readonly kind: 'program-missing'; readonly program: string; readonly reason: 'absent' | 'forbidden' }
  | { readonly kind: 'user-missing'; readonly user: string }
  /** A network or volume that another project should have made. */
  | { readonly kind: 'other-project-missing'; readonly what: string }
  | { readonly kind: 'build-disagrees'; readonly detail: string }
  | { readonly kind: 'never-ready'; readonly seconds: number; readonly reasons: readonly string[] }
  | { readonly kind: 'stopped-itself'; readonly code: number; readonly outOfMemory: boolean; readonly restarts: number }
  | { readonly kind: 'switch-rolled-back'; readonly awaySeconds: number; readonly cause: string; readonly backOn: string }
  | { readonly kind: 'switch-cancelled'; readonly awaySeconds: number; readonly backOn: string }
  /** Neither version came up: `cause` broke the switch, `back` the way back. */
  /** A switch without a pause that did not get through: the old version went on. */
  | { readonly kind: 'switch-undone'; readonly cause: string; readonly keeps: string; readonly away: Away }
  /** After a switch without a pause the old version could not be stopped: both run. */
  | { readonly kind: 'old-still-runs'; readonly old: string; readonly next: string }
  | { readonly kind: 'hand-over-refused' }
  | { readonly kind: 'roll-back-failed'; readonly cause: string; readonly back: string; readonly backOn: string }
  | { readonly kind: 'switch-interrupted'; readonly from: string; readonly to: string; readonly by: 'panel' | 'docker' }
  | { readonly kind: 'photo-refused'; readonly detail: string; readonly fix: string }
  | { readonly kind: 'busy'; readonly running: string }
  | {
      readonly kind: 'other-panel'
      readonly what: OperationKind
      readonly who: string
      readonly seconds: number
      readonly token: string
      readonly stuck: 'no' | 'maybe'
    }
  | { readonly kind: 'other-folder'; readonly folder: string; readonly consent: string }
  | { readonly kind: 'unknown'; readonly command: string; readonly code: number | null }

/** A button that acts on a failure. */
export type Fix =
  | { readonly kind: 'try-again'; readonly label: string }
  | { readonly kind: 'check-again'; readonly label: string }
  | { readonly kind: 'start-engine'; readonly label: string }
  | { readonly kind: 'open-link'; readonly label: string; readonly link: LinkId }
  | { readonly kind: 'use-variant'; readonly label: string; readonly variant: string }
  | { readonly kind: 'show-log'; readonly label: string }
  | { readonly kind: 'show-checks'; readonly label: string }
  | { readonly kind: 'consent'; readonly label: string; readonly consent: string }
  | { readonly kind: 'use-port'; readonly label: string; readonly port: number }
  /** Shows how a version's card becomes usable. */
  | { readonly kind: 'card-help'; readonly label: string; readonly variant: string | null }
  | { readonly kind: 'stop'; readonly label: string }
  /** Stops a version that runs beside another one. */
  | { readonly kind: 'stop-version'; readonly label: string; readonly variant: string; readonly beside: string }
  /** Works on although another panel says that it does. */
  | { readonly kind: 'take-over'; readonly label: string; readonly token: string }

/** The pages outside the panel that may be opened. */
export type LinkId =
  | 'app'
  | 'app-docs'
  | 'docker-desktop'
  | 'docker-linux'
  | 'docker-group'
  | 'compose-plugin'
  | 'nvidia-toolkit'
  | 'nvidia-driver'
  | 'amd-driver'
  | 'intel-driver'
  | 'driver-debian'
  | 'driver-fedora'
  | 'driver-arch'
  | 'driver-suse'

/** A failure in the words of the screen: what happened, why, what to do, what was not lost, and the raw lines. */
export interface Problem {
  readonly failure: FailureKind
  readonly title: string
  readonly why: string
  readonly notLost: string
  readonly fixes: readonly Fix[]
  readonly evidence: readonly string[]
  /** The lines of the file around what is wrong. */
  readonly excerpt?: FileExcerpt
}
