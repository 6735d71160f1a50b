import { protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** The page's own address; nothing else is ever loaded. */
export const HOME = 'app://panel/index.html'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves the built page from `folder` under app://, with a policy that allows only what comes with it. */
export function serveAppScheme(folder: string): void {
  protocol.handle('app', async (request) => {
    const { pathname, host } = new URL(request.url)
    const file = normalize(join(folder, decodeURIComponent(pathname)))
    const type = TYPES[extname(file)]
    if (host !== 'panel' || !file.startsWith(folder + sep) || type === undefined) return notFound()
    const bytes = await readFile(file).catch(() => null)
    if (bytes === null) return notFound()
    return new Response(bytes, { headers: { 'Content-Type': type, 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff' } })
  })
}

function notFound(): Response {
  return new Response('not found', { status: 404 })
}
