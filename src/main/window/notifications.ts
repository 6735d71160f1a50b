import { BrowserWindow, Notification } from 'electron'
import { newsToTell, type News, type Told } from '../../core/panel/news'
import type { Hub } from '../hub'

const LOOK_EVERY_MS = 15_000

/** Tells news by the system while the window is not in front; a click opens the place. */
export function tellNews(hub: Hub, open: (place: News['place']) => void, signal: AbortSignal): void {
  if (!Notification.isSupported()) return
  let told: Told = {}
  // What nobody holds may be collected, and a click on it would do nothing.
  const shown = new Set<Notification>()
  const look = (): void => {
    const inFront = BrowserWindow.getFocusedWindow() !== null
    const next = newsToTell(hub.state(), { told, inFront, now: Date.now() })
    told = next.told
    for (const news of next.news) {
      const notification = new Notification({ title: news.title, body: news.body })
      shown.add(notification)
      notification.on('close', () => shown.delete(notification))
      notification.on('click', () => open(news.place))
      notification.show()
    }
  }
  const deaf = hub.listen(({ change }) => {
    if (change.type === 'app' || change.type === 'engine' || change.type === 'operation-ended') look()
  })
  // That something has lasted for three minutes comes with no event.
  const timer = setInterval(look, LOOK_EVERY_MS)
  signal.addEventListener('abort', () => (deaf(), clearInterval(timer)), { once: true })
}
