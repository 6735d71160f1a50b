import { useEffect, useRef, useState } from 'react'
import type { Comparison } from '../../../core/check/report/compare'
import { Button } from '../../kit/Button'
import { useClient } from '../../state/client-context'
import { usePanel } from '../../state/panel-store'

interface ReportActionsProps {
  readonly onCompared: (compared: Compared) => void
}

/** An earlier report with what changed since, or the news that the chosen file is none. */
export type Compared =
  | { readonly kind: 'compared'; readonly comparison: Comparison; readonly earlier: string }
  | { readonly kind: 'no-report'; readonly name: string }

/** Saves what is known as a report, and compares it with one that was saved earlier; nothing before the first check. */
export function ReportActions({ onCompared }: ReportActionsProps) {
  const client = useClient()
  const none = usePanel((s) => s.checks.length === 0)
  const file = useRef<HTMLInputElement>(null)
  const [saved, setSaved] = useState(false)
  useEffect(() => {
    if (!saved) return
    const timer = setTimeout(() => setSaved(false), 2000)
    return () => clearTimeout(timer)
  }, [saved])
  if (none) return null
  const save = async (): Promise<void> => setSaved((await client.saveReport({})).kind === 'saved')
  const compare = async (chosen: File): Promise<void> => {
    const earlier = await chosen.text()
    const comparison = await client.compareReport({ earlier })
    onCompared(comparison ? { kind: 'compared', comparison, earlier } : { kind: 'no-report', name: chosen.name })
  }
  return (
    <>
      <input
        ref={file}
        type="file"
        accept=".json"
        hidden
        aria-label="Earlier report"
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          event.target.value = ''
          if (chosen) void compare(chosen)
        }}
      />
      <Button look="quiet" onClick={() => file.current?.click()}>
        Compare
      </Button>
      <Button look="quiet" onClick={() => void save()}>
        {saved ? 'Saved' : 'Save a report'}
      </Button>
    </>
  )
}
