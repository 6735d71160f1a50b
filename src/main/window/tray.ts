import { Menu, nativeImage, nativeTheme, Tray, type MenuItemConstructorOptions, type NativeImage } from 'electron'
import { execa } from 'execa'
import type { Deed } from '../../core/panel/headline-words'
import { trayView, type TrayShape } from '../../core/panel/tray-view'
import type { Hub } from '../hub'
import { sayFirstClose } from './first-close'
import { trayBitmap } from './tray-bitmap'

/** What the tray's menu does. */
export interface TrayDeeds {
  readonly perform: (deed: Deed) => void
  readonly show: () => void
  readonly quit: () => void
}

const SIZE = 16

/** Shows the state in the tray; null where this desktop has none, so that nobody is left with a panel that cannot be found. */
export async function openTray(hub: Hub, deeds: TrayDeeds): Promise<Tray | null> {
  if (!(await hasTray())) return null
  const tray = new Tray(imageOf('ring'))
  let shown = ''
  const draw = (): void => {
    const view = trayView(hub.state(), Date.now())
    const next = JSON.stringify(view)
    if (next === shown) return
    shown = next
    tray.setImage(imageOf(view.shape))
    tray.setToolTip(`Facecraft: ${view.line}`)
    const items: MenuItemConstructorOptions[] = view.items.map(({ label, deed }) =>
      deed ? { label, click: () => deeds.perform(deed) } : { label, enabled: false },
    )
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: view.line, enabled: false },
        { type: 'separator' },
        ...items,
        { type: 'separator' },
        { label: 'Show panel', click: () => deeds.show() },
        { label: 'Quit panel', click: () => deeds.quit() },
      ]),
    )
  }
  draw()
  hub.listen(draw)
  sayFirstClose(() => hub.state().settings.background)
  tray.on('click', () => deeds.show())
  return tray
}

// On Linux a tray is shown only where somebody has taken that name on the session's bus.
async function hasTray(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  if (!process.env['DBUS_SESSION_BUS_ADDRESS']) return false
  const call = [
    'call',
    '--session',
    '--dest',
    'org.freedesktop.DBus',
    '--object-path',
    '/org/freedesktop/DBus',
    '--method',
    'org.freedesktop.DBus.NameHasOwner',
    'org.kde.StatusNotifierWatcher',
  ]
  const { stdout } = await execa('gdbus', call, { reject: false, timeout: 3000 })
  return (stdout ?? '').includes('true')
}

function imageOf(shape: TrayShape): NativeImage {
  const grey = process.platform === 'darwin' || !nativeTheme.shouldUseDarkColors ? 0 : 255
  const image = nativeImage.createEmpty()
  for (const scaleFactor of [1, 2]) {
    const size = SIZE * scaleFactor
    const bitmap = nativeImage.createFromBitmap(Buffer.from(trayBitmap(shape, size, grey)), { width: size, height: size })
    image.addRepresentation({ scaleFactor, width: size, height: size, buffer: bitmap.toPNG() })
  }
  image.setTemplateImage(true)
  return image
}
