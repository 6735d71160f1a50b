import { expect, test } from 'vitest'
import { composeConfig } from './compose-config'
import { variantsOf } from './variants'

const facecraft = composeConfig.parse({
  name: 'facecraft',
  services: {
    'facecraft-cpu': {
      profiles: ['cpu'],
      image: 'djok/facecraft:cpu',
      build: { context: '/p', dockerfile: 'docker/Dockerfile.cpu' },
      ports: [{ mode: 'ingress', host_ip: '127.0.0.1', target: 8000, published: '8000', protocol: 'tcp' }],
      volumes: [{ type: 'volume', source: 'uploads', target: '/app/uploads' }],
    },
    'facecraft-gpu': {
      profiles: ['gpu'],
      image: 'djok/facecraft:gpu',
      ports: [{ target: 8000, published: '8000' }],
      deploy: { resources: { reservations: { devices: [{ driver: 'nvidia', count: -1, capabilities: ['gpu'] }] } } },
    },
  },
})

test('each profile becomes one version with its own service, package and port', () => {
  const [cpu, gpu] = variantsOf(facecraft)
  expect(cpu).toMatchObject({
    id: 'cpu',
    kind: 'cpu',
    main: 'facecraft-cpu',
    image: 'djok/facecraft:cpu',
    dockerfile: 'docker/Dockerfile.cpu',
    volumes: ['uploads'],
  })
  expect(cpu?.port).toEqual({ address: '127.0.0.1', port: 8000, target: 8000 })
  expect(gpu).toMatchObject({ id: 'gpu', kind: 'nvidia', services: ['facecraft-gpu'], port: { address: '0.0.0.0' } })
})

test('a service without a profile belongs to every version', () => {
  const both = variantsOf({ name: 'x', services: { db: { image: 'db' }, a: { profiles: ['cpu'] }, b: { profiles: ['gpu'], gpus: 'all' } } })
  expect(both.map((v) => v.services)).toEqual([
    ['db', 'a'],
    ['db', 'b'],
  ])
  expect(both[1]?.kind).toBe('nvidia')
})

test('a project without profiles has one version without a name', () => {
  expect(variantsOf({ name: 'x', services: { web: { image: 'web' } } }).map((v) => v.id)).toEqual([''])
})

test('a project without services has no version', () => {
  expect(variantsOf({ name: 'x', services: {} })).toEqual([])
})

test.each([
  [{ devices: ['/dev/kfd:/dev/kfd', '/dev/dri:/dev/dri'] }, 'amd'],
  [{ devices: [{ source: '/dev/dri', target: '/dev/dri' }] }, 'intel'],
  [{ devices: ['nvidia.com/gpu=all'] }, 'nvidia'],
  [{ runtime: 'nvidia' }, 'nvidia'],
])('device %j is told as %s', (service, kind) => {
  expect(variantsOf({ name: 'x', services: { a: service } })[0]?.kind).toBe(kind)
})
