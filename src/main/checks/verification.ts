import type { Check } from './check'
import { airGap } from './air-gap'
import { answers } from './answers'
import { gpuProfile } from './gpu-profile'
import { imageBuilds } from './image-builds'
import { noCardCode } from './no-card-code'
import { notAdministrator } from './not-administrator'
import { projectValid } from './project-valid'

/** The checks in the order in which they run. */
export const verification: readonly Check[] = [projectValid, gpuProfile, imageBuilds, notAdministrator, noCardCode, airGap, answers]
