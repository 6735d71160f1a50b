import { expect, test } from 'vitest'
import type { Project } from '../project/project'
import { inTheWay, toStop } from './in-the-way'

const variant = (id: string) => ({ id, kind: 'cpu', services: [id], main: `app-${id}`, image: id, dockerfile: null, port: null, volumes: [] }) as const
const project: Pick<Project, 'variants' | 'exclusive'> = { variants: ['cpu', 'gpu', 'demo'].map(variant), exclusive: [['cpu', 'gpu']] }

test('a version that runs stands in the way of the one it excludes', () => {
  expect(inTheWay(project, ['app-cpu'], 'gpu')).toBe('cpu')
  expect(inTheWay(project, ['app-gpu'], 'cpu')).toBe('gpu')
})

test('a version with a place of its own, and one that runs itself, may be started', () => {
  expect(inTheWay(project, ['app-cpu'], 'demo')).toBeNull()
  expect(inTheWay(project, ['app-cpu'], 'cpu')).toBeNull()
  expect(inTheWay(project, ['app-cpu', 'app-gpu'], 'gpu')).toBeNull()
  expect(inTheWay(project, ['other', 'panel-forwarder'], 'gpu')).toBeNull()
})

test('nothing excludes anything where the project says nothing of it', () => {
  expect(inTheWay({ variants: project.variants }, ['app-cpu'], 'gpu')).toBeNull()
})

test('a stop ends the version that is asked for and the one that should not run beside it, and no other', () => {
  const stopped = (running: readonly string[]) => toStop(project, running, 'gpu').map(({ id }) => id)
  expect(stopped(['app-cpu', 'app-gpu', 'app-demo'])).toEqual(['cpu', 'gpu'])
  expect(stopped(['app-gpu', 'app-demo'])).toEqual(['gpu'])
})
