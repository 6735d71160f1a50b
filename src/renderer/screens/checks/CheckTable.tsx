import type { KeyboardEvent } from 'react'
import type { CheckId } from '../../../core/check/check'
import { checklist } from '../../../core/check/checklist'
import { checkCell } from '../../../core/check/checklist-cells'
import type { PanelState } from '../../../core/panel/panel'
import { versionTitle } from '../../../core/words/version-name'
import { nextOf } from '../../kit/next-of'
import { CheckRow } from './CheckRow'
import classes from './CheckTable.module.css'

interface CheckTableProps {
  readonly state: PanelState
  readonly now: number
  readonly open: CheckId | null
  readonly onOpen: (id: CheckId | null) => void
}

const groups = [
  { group: 'before', title: 'Before it starts' },
  { group: 'running', title: 'While it runs' },
] as const

/** Claims in rows, versions in columns; arrow keys go from claim to claim, Enter opens the evidence. */
export function CheckTable({ state, now, open, onOpen }: CheckTableProps) {
  const variants = state.project.kind === 'usable' ? state.project.project.variants : []
  return (
    <table className={classes.table} onKeyDown={moveByArrows}>
      <colgroup>
        <col />
        {variants.map((variant) => (
          <col key={variant.id} className={classes.result} />
        ))}
      </colgroup>
      {groups.map(({ group, title }, at) => (
        <tbody key={group}>
          <tr className={at === 0 ? classes.head : classes.group}>
            <th scope="rowgroup">{title}</th>
            {variants.map((variant) =>
              at === 0 ? (
                <th key={variant.id} scope="col">
                  {versionTitle(state, variant.id)}
                </th>
              ) : (
                <td key={variant.id} />
              ),
            )}
          </tr>
          {checklist
            .filter((info) => info.group === group)
            .map((info) => (
              <CheckRow
                key={info.id}
                info={info}
                cells={variants.map((variant) => checkCell(state, info, { variant, now }))}
                open={open === info.id}
                onTurn={() => onOpen(open === info.id ? null : info.id)}
              />
            ))}
        </tbody>
      ))}
    </table>
  )
}

function moveByArrows(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const claims = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-claim]')]
  const at = claims.findIndex((claim) => claim === document.activeElement)
  if (at < 0) return
  event.preventDefault()
  claims[nextOf(event.key, at, claims.length) ?? at]?.focus()
}
