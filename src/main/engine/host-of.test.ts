import { expect, it } from 'vitest'
import { hostOf } from './host-of'

it('makes a URL of every address that can be published on', () => {
  const base = (address: string) => new URL(`http://${hostOf(address, 'localhost')}:8000`).origin
  expect(base('0.0.0.0')).toBe('http://localhost:8000')
  expect(base('::')).toBe('http://localhost:8000')
  expect(base('127.0.0.1')).toBe('http://localhost:8000')
  expect(base('192.168.1.2')).toBe('http://192.168.1.2:8000')
  expect(base('::1')).toBe('http://[::1]:8000')
})
