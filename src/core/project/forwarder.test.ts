import { describe, expect, it } from 'vitest'
import { composeConfig, type ComposeService } from './compose-config'
import { frontOf, whyNoForwarder, withoutPorts } from './forwarder'
import { variantsOf } from './variants'

const service = (profile: string, more: Partial<ComposeService> = {}): unknown => ({
  profiles: [profile],
  image: profile,
  ports: [{ target: 8000, published: '8000', host_ip: '127.0.0.1', protocol: 'tcp' }],
  ...more,
})

function why(a: Partial<ComposeService>, b: Partial<ComposeService>, more: Record<string, unknown> = {}): string | null {
  const config = composeConfig.parse({ name: 'p', services: { 'app-cpu': service('cpu', a), 'app-gpu': service('gpu', b), ...more } })
  return whyNoForwarder(config, variantsOf(config))
}

describe('whether versions can run behind a forwarder', () => {
  it('says nothing where they only share their address, with or without a part that both use', () => {
    expect(why({}, {})).toBeNull()
    expect(why({}, {}, { db: { image: 'db' } })).toBeNull()
  })

  it('names what both would take at once', () => {
    expect(why({ container_name: 'app' }, { container_name: 'app' })).toContain('container name')
    expect(why({ network_mode: 'host' }, {})).toContain('network')
  })

  it('refuses a second port and another address, since there is one forwarder for one address', () => {
    const [first, second] = [8000, 9000].map((port) => ({ target: port, published: String(port), host_ip: '127.0.0.1', protocol: 'tcp' }))
    expect(why({ ports: [first!, second!] }, {})).toContain('more than one port')
    expect(why({ ports: [second!] }, {})).toContain('different addresses')
  })

  it('refuses a project with one version', () => {
    const config = composeConfig.parse({ name: 'p', services: { app: service('cpu') } })
    expect(whyNoForwarder(config, variantsOf(config))).toBe('There is only one version')
  })
})

it('takes the port of every version away, and reaches each by its service and the port inside', () => {
  const config = composeConfig.parse({ name: 'p', services: { 'app-cpu': service('cpu'), 'app-gpu': service('gpu') } })
  const variants = variantsOf(config)
  expect(withoutPorts({ name: 'p', folder: '/', variants })).toBe('services:\n  "app-cpu":\n    ports: !reset []\n  "app-gpu":\n    ports: !reset []\n')
  expect(variants.map(frontOf)).toEqual(['app-cpu:8000', 'app-gpu:8000'])
})
