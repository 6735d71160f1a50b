import { cpus } from 'node:os'

/** The processor's name and number of cores, such as "AMD Ryzen 7 5800X, 8 cores". */
export function processorName(): string {
  const all = cpus()
  const model = (all[0]?.model ?? 'Processor')
    .replace(/\(R\)|\(TM\)|CPU|Processor|\d+-Core/g, '')
    .replace(/@.*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return `${model || 'Processor'}, ${all.length} ${all.length === 1 ? 'core' : 'cores'}`
}
