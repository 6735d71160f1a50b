import { expect, test } from 'vitest'
import { addressOverride } from './address'
import type { Project } from './project'

const port = { address: '127.0.0.1', port: 8000, target: 8000 }
const variant = { id: 'cpu', kind: 'cpu', services: ['a'], main: 'a', image: 'a', dockerfile: null, port, volumes: [] } as const
const project: Project = { name: 'p', folder: '/p', variants: [variant, { ...variant, id: 'gpu', main: 'b' }] }

test('another port keeps who can open it, and the other way round', () => {
  expect(addressOverride(project, { port: 8001, who: null })).toContain('"127.0.0.1:8001:8000"')
  expect(addressOverride(project, { port: null, who: 'network' })).toContain('"0.0.0.0:8000:8000"')
})

test('all versions move together', () => {
  expect(addressOverride(project, { port: 8001, who: null })?.match(/!override/g)).toHaveLength(2)
})

test('without a wish there is no file', () => {
  expect(addressOverride(project, { port: null, who: null })).toBeNull()
})
