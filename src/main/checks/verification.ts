import type { Check } from './check'
import { airGap } from './package/air-gap'
import { cardCode } from './package/card-code'
import { imageBuilds } from './package/image-builds'
import { labels } from './package/labels'
import { models } from './package/models'
import { noCardCode } from './package/no-card-code'
import { noSecrets } from './package/no-secrets'
import { notAdministrator } from './package/not-administrator'
import { upToDate } from './package/up-to-date'
import { buildPlace } from './project/build-place'
import { gpuProfile } from './project/gpu-profile'
import { namedVolumes } from './project/named-volumes'
import { noVersionKey } from './project/no-version-key'
import { oneVersion } from './project/one-version'
import { onlyHere } from './project/only-here'
import { projectValid } from './project/project-valid'
import { startsNothing } from './project/starts-nothing'
import { answers } from './running/answers'
import { canSave } from './running/can-save'
import { device } from './running/device'
import { lockedDown } from './running/locked-down'
import { survivesRestart } from './running/survives-restart'

/** The checks in the order in which they get their turn: long ones first, so that the short ones fill the gaps. */
export const verification: readonly Check[] = [
  ...[imageBuilds, projectValid, startsNothing, oneVersion, noVersionKey, buildPlace, namedVolumes, gpuProfile, onlyHere],
  ...[airGap, answers, labels, noSecrets, upToDate, models, noCardCode, cardCode, notAdministrator, device, lockedDown, canSave],
  survivesRestart,
]
