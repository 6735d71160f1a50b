import { Modal } from '@mantine/core'
import { usePanel } from '../../state/panel-store'
import { previewSwitch, useUi } from '../../state/ui-store'
import { SwitchPreview } from './SwitchPreview'
import { switchPlan } from './switch-plan'
import classes from './SwitchDialog.module.css'

/** The preview of a switch as a transaction: what happens, what stays, what it needs, what if it fails. */
export function SwitchDialog() {
  const target = useUi((s) => s.switchDialog)
  // While it is closed no change is looked at.
  const state = usePanel((s) => (target === null ? null : s))
  const close = () => previewSwitch(null)
  const plan = state === null || target === null ? null : switchPlan(state, target)
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
        {plan && state && target !== null ? <SwitchPreview plan={plan} target={target} busy={state.operation !== null} onClose={close} /> : null}
      </Modal.Content>
    </Modal.Root>
  )
}
