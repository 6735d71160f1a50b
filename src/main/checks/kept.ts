import { join } from 'node:path'
import { z } from 'zod'
import { claimOf } from '../../core/check/checklist'
import type { CheckResult } from '../../core/check/check'
import { jsonFile } from '../files/json-file'
import { panelFolder } from '../files/panel-folder'

const schema = z.array(z.custom<CheckResult>((v) => typeof v === 'object' && v !== null && 'verdict' in v && 'check' in v))

/** Keeps the newest result of each check on each version. */
export function keepChecks(checks: readonly CheckResult[]): void {
  file().remember([...checks])
}

/** The results of earlier runs; those of checks that an older panel had are left out. */
export function keptChecks(): readonly CheckResult[] {
  return file()
    .read()
    .filter((result) => claimOf(result.check) !== undefined)
    .map((result) => ({ ...result, fix: result.fix ?? null }))
}

function file(): ReturnType<typeof jsonFile<CheckResult[]>> {
  return jsonFile(join(panelFolder(), 'checks.json'), schema, [])
}
