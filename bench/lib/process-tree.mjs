import { readdirSync, readFileSync } from 'node:fs'

/** The process and all below it, by id (Linux). */
export function treeOf(root) {
  return [root, ...childrenOf(root).flatMap(treeOf)]
}

// As the kernel lists them, so that to look often costs little.
function childrenOf(pid) {
  return tasksOf(pid).flatMap((task) => read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number))
}

function tasksOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

/** Memory of the processes in MB, with what they share counted once (PSS). */
export function memoryOf(pids) {
  const kilobytes = pids.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0))
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1024
}

/** Processor time of the processes so far, in ms. */
export function timeOf(pids) {
  return pids.reduce((sum, pid) => {
    const stat = read(`/proc/${pid}/stat`)
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10
  }, 0)
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
