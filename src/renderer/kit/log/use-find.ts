import { useEffect, useRef, useState } from 'react'
import { hitAt, movedPlace, type Finding } from '../../../core/build/find-place'
import type { Hit } from '../../../core/build/find-lines'
import type { FindTerm } from '../../../core/build/find-pattern'
import type { ShownLog } from './shown-log'
import type { Log } from './use-log'

/** What the find box shows and does. */
export interface Find {
  readonly term: FindTerm
  readonly finding: Finding
  readonly look: (term: FindTerm) => void
  readonly move: (by: 1 | -1) => void
  /** Gets the log's text ready, so that the first search is as quick as the others. */
  readonly prepare: () => void
  readonly stop: () => void
}

const TYPING_MS = 150
const PAGE = 1000
const nothing: FindTerm = { text: '', kind: 'text' }

/** Finds lines in a whole log and takes the terminal to them. */
export function useFind(log: ShownLog, { view, terminal }: Log): Find {
  const [term, setTerm] = useState<FindTerm>(nothing)
  const [finding, setFinding] = useState<Finding>({ kind: 'nothing-asked' })
  const round = useRef(0)

  const show = (hit: Hit, looked: FindTerm): void => {
    if (!view || !terminal) return
    view.toPlace(hit.from, (row) => terminal.finder.show({ row, text: hit.text, nth: hit.nth, term: looked }))
  }

  const search = async (looked: FindTerm, mine: number): Promise<void> => {
    setFinding({ kind: 'looking', term: looked })
    const first = await log.find({ ...looked, only: 'first' })
    if (mine !== round.current) return
    if (first.kind === 'found' && first.hits[0]) show(first.hits[0], looked)
    const found = first.kind === 'bad' || first.hits.length === 0 ? first : await log.find(looked)
    if (mine !== round.current) return
    setFinding(found.kind === 'bad' ? found : { kind: 'found', term: looked, found, at: 0 })
  }

  const goTo = async (at: number): Promise<void> => {
    if (finding.kind !== 'found') return
    const mine = (round.current += 1)
    const known = hitAt(finding.found, at)
    const found = known ? finding.found : await log.find({ ...finding.term, skip: Math.floor(at / PAGE) * PAGE })
    if (mine !== round.current || found.kind === 'bad') return
    const hit = hitAt(found, at)
    setFinding({ ...finding, found, at: hit ? at : 0 })
    if (hit) show(hit, finding.term)
  }

  const stop = (): void => {
    round.current += 1
    setTerm(nothing)
    setFinding({ kind: 'nothing-asked' })
    terminal?.finder.clear()
  }

  useEffect(() => {
    if (term.text === '') return
    const mine = (round.current += 1)
    const timer = setTimeout(() => void search(term, mine), TYPING_MS)
    return () => clearTimeout(timer)
    // What is drawn meanwhile changes nothing about what was found.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [term, log])

  return {
    term,
    finding,
    look: (next) => (next.text === '' ? stop() : setTerm(next)),
    move: (by) => void (finding.kind === 'found' && goTo(movedPlace(finding.at, finding.found.total, by))),
    prepare: () => void log.find(nothing),
    stop,
  }
}
