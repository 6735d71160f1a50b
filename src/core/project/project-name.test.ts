import { expect, test } from 'vitest'
import { composeName, projectName } from './project-name'

test.each([
  ['/home/me/My App', 'myapp'],
  ['/x/_-y_z-', 'y_z-'],
  ['C:\\Users\\me\\Photo Box\\', 'photobox'],
  ['/日本', ''],
])('the folder %s is called %s by Compose', (folder, name) => {
  expect(composeName(folder)).toBe(name)
})

test('a folder of which no letter is left gets a name of its own that stays the same', () => {
  expect(projectName('/a/日本')).toMatch(/^project-[a-z0-9]+$/)
  expect(projectName('/a/日本')).toBe(projectName('/a/日本'))
  expect(projectName('/a/日本')).not.toBe(projectName('/b/日本'))
})
