import { join } from 'node:path'
import { z } from 'zod'
import type { CheckResult } from '../../core/check/check'
import { jsonFile } from '../files/json-file'
import { panelFolder } from '../files/panel-folder'

const schema = z.array(z.custom<CheckResult>((v) => typeof v === 'object' && v !== null && 'verdict' in v))

/** Keeps the newest result of each check on each version. */
export function keepChecks(checks: readonly CheckResult[]): void {
  file().write([...checks])
}

/** The results of earlier runs. */
export function keptChecks(): readonly CheckResult[] {
  return file().read()
}

function file(): ReturnType<typeof jsonFile<CheckResult[]>> {
  return jsonFile(join(panelFolder(), 'checks.json'), schema, [])
}
