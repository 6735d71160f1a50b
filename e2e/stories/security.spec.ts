import { expect, test } from '../panel'

test('the page is locked in: no foreign code, no way out, nothing of Node, and no answer to a foreign frame', async ({ open }) => {
  const { app, page, home } = await open()
  await expect(home.title).toHaveText('Facecraft is not built yet')
  const title = await home.title.innerText()
  const policy = await page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'))
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("connect-src 'self';")

  const tried = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.foreignCodeRan = true'
    document.head.append(script)
    const fetched = await fetch('https://example.com/').then(
      () => 'answered',
      () => 'refused',
    )
    const page = globalThis as unknown as Record<string, unknown>
    const opened = window.open('https://example.com/')
    return {
      ran: page['foreignCodeRan'] === true,
      fetched,
      opened: opened !== null,
      node: ['require', 'process', 'module', 'electron'].filter((name) => name in page),
    }
  })
  expect(tried).toEqual({ ran: false, fetched: 'refused', opened: false, node: [] })

  const left = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const asked = new Promise<boolean>((resolve) => contents?.once('will-navigate', (event) => resolve(event.defaultPrevented)))
    void contents?.executeJavaScript("location.assign('https://example.com/')")
    return { denied: await asked, at: contents?.getURL(), title: await contents?.executeJavaScript("document.querySelector('h2').textContent") }
  })
  expect(left).toEqual({ denied: true, at: 'app://panel/index.html', title })
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a frame within the page gets no line to the requests, although the page itself does', async ({ open }) => {
  const { page, home } = await open()
  await expect(home.title).toBeVisible()
  await page.evaluate(() => document.body.append(document.createElement('iframe')))
  const within = page.frames().find((frame) => frame !== page.mainFrame())
  if (!within) throw new Error('the page has no frame')
  expect(await within.evaluate(askTop)).toBe('silence')
  expect(await page.evaluate(askTop)).toBe('answered')
})

// The page's own first words, and a request, said to the top window by whoever runs this.
function askTop(): Promise<string> {
  const { port1, port2 } = new MessageChannel()
  window.top?.postMessage('facecraft:connect', '*', [port2])
  port1.postMessage(JSON.stringify({ i: '1', p: { u: 'orpc://localhost/about' } }))
  return new Promise((resolve) => {
    port1.addEventListener('message', () => resolve('answered'))
    port1.start()
    // Silence has no event of its own.
    setTimeout(() => resolve('silence'), 2000)
  })
}
