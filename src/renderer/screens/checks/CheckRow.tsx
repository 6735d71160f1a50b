import { IconChevronDown, IconChevronRight, IconMinus } from '@tabler/icons-react'
import { useId } from 'react'
import type { CheckInfo } from '../../../core/check/check'
import type { CheckCell } from '../../../core/check/checklist-cells'
import { Icon } from '../../kit/Icon'
import { Mark } from '../../kit/Mark'
import { Evidence } from './Evidence'
import classes from './CheckTable.module.css'

interface CheckRowProps {
  readonly info: CheckInfo
  readonly cells: readonly CheckCell[]
  readonly open: boolean
  readonly onTurn: () => void
}

/** One claim with what was found on each version; opened, it shows what it proves and the evidence. */
export function CheckRow({ info, cells, open, onTurn }: CheckRowProps) {
  const id = useId()
  return (
    <>
      <tr className={`${classes.row} ${open ? classes.open : ''}`} onClick={onTurn}>
        <th scope="row">
          <button
            type="button"
            data-claim={info.id}
            className={classes.claim}
            aria-expanded={open}
            aria-controls={id}
            onClick={(event) => (event.stopPropagation(), onTurn())}
          >
            <Icon of={open ? IconChevronDown : IconChevronRight} size={14} />
            {info.claim}
          </button>
        </th>
        {cells.map((cell) => (
          <td key={cell.variant}>
            <span className={classes.finding} data-quiet={cell.tone === 'idle' || undefined} title={cell.words}>
              {cell.mark === 'dash' ? (
                <span className={classes.dash}>
                  <Icon of={IconMinus} size={16} />
                </span>
              ) : (
                <Mark shape={cell.mark} tone={cell.tone} size={16} />
              )}
              <span className={classes.words}>{cell.words}</span>
            </span>
          </td>
        ))}
      </tr>
      <tr id={id} className={classes.evidence} hidden={!open}>
        <td colSpan={cells.length + 1}>{open ? <Evidence info={info} cells={cells} /> : null}</td>
      </tr>
    </>
  )
}
