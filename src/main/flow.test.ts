import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const named = [...readFileSync(join(root, 'docs/flow.md'), 'utf8').matchAll(/^\d+\. `([^`]+)`/gm)].map((m) => m[1] ?? '')

test('every file named behind Start exists and is named once', () => {
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([])
  expect(new Set(named).size).toBe(named.length)
})

test('each file behind Start is used by one named before it, or announces to the window', () => {
  // The window hears the main process through the contract, so these begin a chain of their own.
  const roots = new Set([
    'src/renderer/screens/home/Hero.tsx',
    'src/preload/index.ts',
    'src/main/window/page-ports.ts',
    'src/main/window/serve-contract.ts',
    'src/renderer/state/follow-panel.ts',
  ])
  const lonely = named.filter((file) => !roots.has(file) && !named.some((other) => other !== file && imports(other).includes(stem(file))))
  expect(lonely.filter((file) => !importedAnywhereInFlow(file))).toEqual([])
})

function imports(file: string): readonly string[] {
  return [...readFileSync(join(root, file), 'utf8').matchAll(/from '([^']+)'/g)].map((m) => stem(m[1] ?? ''))
}

function importedAnywhereInFlow(file: string): boolean {
  return [
    'src/main/index.ts',
    'src/renderer/App.tsx',
    'src/renderer/screens/home/HomeScreen.tsx',
    'src/renderer/state/use-headline.ts',
    'src/renderer/state/use-perform.ts',
    'src/renderer/main.tsx',
  ].some((other) => imports(other).includes(stem(file)))
}

function stem(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.tsx?$/, '')
}
