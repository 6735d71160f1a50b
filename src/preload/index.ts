import { ipcRenderer } from 'electron'

// The page makes a channel and hands one end over; the preload only passes it on to the main process.
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== 'facecraft:connect') return
  const [port] = event.ports
  if (port) ipcRenderer.postMessage('facecraft:connect', null, [port])
})
