import { Modal } from '@mantine/core'
import { variantStatus } from '../../../core/panel/chosen-variant'
import { versionName } from '../../../core/words/version-name'
import { usePanel } from '../../state/panel-store'
import { explainCard, useUi } from '../../state/ui-store'
import { CardSteps } from './CardSteps'
import classes from './CardDialog.module.css'

/** What stands between a version and its card, the steps from there, and a look again. */
export function CardDialog() {
  const id = useUi((s) => s.cardHelp)
  const look = usePanel((s) => variantStatus(s, id)?.card ?? null)
  const name = usePanel((s) => (id === null ? '' : versionName(s, id)))
  const close = () => explainCard(null)
  const title = look?.verdict.kind === 'blocked' ? `How to use the ${name}` : `The ${name} can be used`
  return (
    <Modal.Root
      opened={id !== null && look !== null}
      onClose={close}
      size={660}
      centered
      lockScroll={false}
      classNames={{ content: classes.content ?? '', overlay: classes.overlay ?? '', body: classes.body ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content radius={14} aria-label={title}>
        {id === null || look === null ? null : <CardSteps id={id} title={title} look={look} onClose={close} />}
      </Modal.Content>
    </Modal.Root>
  )
}
