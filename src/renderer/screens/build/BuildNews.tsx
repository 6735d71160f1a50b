import { useEffect, useRef, useState } from 'react'
import type { Build } from '../../../core/build/build'
import { buildPhases } from '../../../core/build/build-view-phases'
import { buildHeading, timeLeftWords } from '../../../core/build/build-view-words'
import { buildShare } from '../../../core/panel/build-share'
import { usePanel, usePanelStore } from '../../state/panel-store'
import text from '../../kit/text.module.css'

const AT_MOST_EVERY_MS = 15_000

/** One quiet line for screen readers at each phase and each quarter, never more often than every 15 seconds. */
export function BuildNews({ build }: { readonly build: Build }) {
  const state = usePanel((s) => s)
  const [line, setLine] = useState('')
  const last = useRef(0)
  const phase = buildPhases(build).findLast((p) => p.state === 'running')?.title ?? ''
  const quarter = Math.floor(buildShare(state, build, Date.now()).share * 4)
  const ended = build.endedAt !== null
  useEffect(() => {
    const wait = ended ? 0 : Math.max(0, last.current + AT_MOST_EVERY_MS - Date.now())
    const timer = setTimeout(() => {
      last.current = Date.now()
      setLine(newsLine(ended, quarter, phase))
    }, wait)
    return () => clearTimeout(timer)
  }, [phase, quarter, ended])
  return (
    <p className={text.hidden} aria-live="polite">
      {line}
    </p>
  )
}

function newsLine(ended: boolean, quarter: number, phase: string): string {
  const { state } = usePanelStore.getState()
  const { build } = state
  if (!build) return ''
  if (ended) return buildHeading(state, build, Date.now()).title
  const { left } = buildShare(state, build, Date.now())
  return `${quarter > 0 ? `${quarter * 25} percent built. ` : ''}${phase === '' ? '' : `Now: ${phase}. `}${timeLeftWords(left)}.`
}
