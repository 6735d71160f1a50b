import { expect, test } from 'vitest'
import { composeConfig } from './compose-config'
import { consentText, hazardsOf } from './hazards'

const project = (service: object, more: object = {}): ReturnType<typeof composeConfig.parse> =>
  composeConfig.parse({ name: 'x', services: { a: service }, ...more })
const kinds = (service: object, more: object = {}): readonly string[] => hazardsOf(project(service, more), '/home/me/app').map((h) => h.kind)

test('a project that stays in its containers and its folder does nothing to the computer', () => {
  expect(
    kinds({
      image: 'a',
      volumes: [
        { type: 'bind', source: '/home/me/app/data', target: '/d' },
        { type: 'volume', source: 'v', target: '/v' },
      ],
      cap_add: ['NET_BIND_SERVICE'],
    }),
  ).toEqual([])
})

test.each([
  [{ provider: { type: 'p' } }, 'program'],
  [{ privileged: true }, 'privileged'],
  [{ build: { privileged: true } }, 'privileged'],
  [{ use_api_socket: true }, 'docker'],
  [{ volumes: [{ type: 'bind', source: '/run/user/1000/podman/podman.sock', target: '/s' }] }, 'docker'],
  [{ network_mode: 'host' }, 'namespace'],
  [{ pid: 'host' }, 'namespace'],
  [{ volumes: [{ type: 'bind', source: '/home/me/app/../other', target: '/o' }] }, 'files'],
  [{ volumes: [{ type: 'bind', source: '/home/me/application', target: '/o' }] }, 'files'],
  [{ devices: [{ source: '/dev/sda', target: '/dev/sda' }] }, 'device'],
  [{ cap_add: ['CAP_SYS_ADMIN'] }, 'rights'],
  [{ security_opt: ['apparmor=unconfined'] }, 'rights'],
])('%j is named as %s', (service, kind) => {
  expect(kinds(service)).toEqual([kind])
})

test('a graphics card is no surprise', () => {
  expect(kinds({ devices: [{ source: '/dev/dri' }, { source: 'nvidia.com/gpu=all' }], gpus: [{ count: 1 }] })).toEqual([])
})

test('a dollar sign that Compose writes twice stands once in the words', () => {
  const [hazard] = hazardsOf(project({ volumes: [{ type: 'bind', source: '/x$$y', target: '/o', read_only: true }] }), '/home/me/app')
  expect(hazard?.words).toBe('"a" can read /x$y, which lies outside the project\'s folder')
})

test('a consent holds for one configuration, however it is ordered, and for no other', () => {
  const one = composeConfig.parse({ name: 'x', services: { a: { image: 'a', privileged: true } } })
  const other = composeConfig.parse({ services: { a: { privileged: true, image: 'a' } }, name: 'x' })
  expect(consentText(one)).toBe(consentText(other))
  expect(consentText(one)).not.toBe(consentText(project({ image: 'a' })))
})
