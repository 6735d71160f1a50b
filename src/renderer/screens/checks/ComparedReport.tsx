import { IconX } from '@tabler/icons-react'
import { IconButton } from '../../kit/IconButton'
import type { Compared } from './ReportActions'
import classes from './ChecksScreen.module.css'

/** What changed since an earlier report. */
export function ComparedReport({ compared, onClose }: { readonly compared: Compared; readonly onClose: () => void }) {
  const { title, changes } =
    compared.kind === 'compared'
      ? compared.comparison
      : { title: `${compared.name} is not a report of these checks.`, changes: ['A report’s JSON file, saved beside its page, can be compared.'] }
  return (
    <section className={classes.compared} aria-label="Compared with an earlier report" role="status">
      <div className={classes.words}>
        <strong>{title}</strong>
        {changes.length > 0 ? (
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <IconButton icon={IconX} label="Close the comparison" onClick={onClose} size={16} />
    </section>
  )
}
