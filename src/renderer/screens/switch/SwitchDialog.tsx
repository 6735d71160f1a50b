import { Modal } from '@mantine/core'
import { usePanel } from '../../state/panel-store'
import { previewSwitch, useUi } from '../../state/ui-store'
import { SwitchPreview } from './SwitchPreview'
import { switchPlan } from './switch-plan'
import classes from './SwitchDialog.module.css'

/** The preview of a switch as a transaction: what happens, what stays, what it needs, what if it fails. */
export function SwitchDialog() {
  const target = useUi((s) => s.switchDialog)
  const state = usePanel((s) => s)
  const close = () => previewSwitch(null)
  const plan = target === null ? null : switchPlan(state, target)
  return (
    <Modal.Root
      opened={plan !== null}
      onClose={close}
      size={620}
      centered
      lockScroll={false}
      classNames={{ content: classes.content ?? '', overlay: classes.overlay ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content radius={14} aria-label={plan?.title}>
        {plan === null || target === null ? null : <SwitchPreview plan={plan} target={target} busy={state.operation !== null} onClose={close} />}
      </Modal.Content>
    </Modal.Root>
  )
}
