import { expect, test } from 'vitest'
import type { Variant } from '../project/project'
import { handOver } from './hand-over'

const variant = (id: string, ...services: readonly string[]): Variant => ({
  id,
  kind: 'cpu',
  services,
  main: services[0] ?? '',
  image: id,
  dockerfile: null,
  port: null,
  volumes: [],
})

test('what belongs to both versions is neither stopped nor started', () => {
  expect(handOver(variant('cpu', 'app-cpu', 'cache', 'db'), variant('gpu', 'app-gpu', 'db'))).toMatchObject({
    stops: ['app-cpu', 'cache'],
    starts: ['app-gpu'],
  })
})
