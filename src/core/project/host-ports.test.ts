import { expect, test } from 'vitest'
import { collide, hostPorts } from './host-ports'

test('ranges are written out, ports that Docker picks are left out', () => {
  const ports = [
    { target: 80, published: '8000-8002' },
    { target: 81 },
    { target: 82, published: '' },
    { target: 53, published: '53', protocol: 'udp', host_ip: '127.0.0.1' },
  ]
  expect(hostPorts({ ports }).map((p) => `${p.address}:${p.port}/${p.protocol}`)).toEqual([
    '0.0.0.0:8000/tcp',
    '0.0.0.0:8001/tcp',
    '0.0.0.0:8002/tcp',
    '127.0.0.1:53/udp',
  ])
})

test.each([
  ['0', 0],
  ['90000', 0],
  ['10-5', 0],
  ['65535', 1],
  ['x', 0],
])('%s gives %i ports', (published, count) => {
  expect(hostPorts({ ports: [{ target: 1, published }] })).toHaveLength(count)
})

test('two ports collide by number and protocol, unless each keeps to an address of its own', () => {
  const at = (address: string, port = 80, protocol = 'tcp'): Parameters<typeof collide>[0] => ({ address, port, protocol })
  expect(collide(at('127.0.0.1'), at('0.0.0.0'))).toBe(true)
  expect(collide(at('127.0.0.1'), at('127.0.0.2'))).toBe(false)
  expect(collide(at('127.0.0.1'), at('127.0.0.1', 80, 'udp'))).toBe(false)
})
