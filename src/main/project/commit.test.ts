import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitOf } from './commit'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'commit-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const me = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'init.defaultBranch=main', '-c', 'commit.gpgsign=false']
const git = (at: string, ...args: readonly string[]): string => execFileSync('git', ['-C', at, ...me, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim()

function repository(): string {
  git(folder, 'init')
  git(folder, 'commit', '--allow-empty', '-m', 'first')
  return git(folder, 'rev-parse', 'HEAD')
}

describe('the commit of a folder', () => {
  it('is that of the work tree it lies in', () => {
    const commit = repository()
    mkdirSync(join(folder, 'docker'))
    expect(commitOf(join(folder, 'docker'))).toBe(commit)
  })

  it('is found in packed branches, off any branch, and in a further work tree', () => {
    const commit = repository()
    git(folder, 'worktree', 'add', join(folder, 'second'))
    git(folder, 'pack-refs', '--all')
    expect([commitOf(folder), commitOf(join(folder, 'second'))]).toEqual([commit, commit])
    git(folder, 'checkout', '--detach')
    expect(commitOf(folder)).toBe(commit)
  })

  it('is none before the first one, in a broken repository, and where a branch points outside', () => {
    git(folder, 'init')
    expect(commitOf(folder)).toBeNull()
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/../../../etc/passwd\n')
    expect(commitOf(folder)).toBeNull()
    rmSync(join(folder, '.git/HEAD'))
    expect(commitOf(folder)).toBeNull()
  })

  it('runs nothing that the repository brings along', () => {
    repository()
    const trap = join(folder, 'trap')
    git(folder, 'config', 'core.fsmonitor', `touch ${trap}`)
    commitOf(folder)
    expect(existsSync(trap)).toBe(false)
  })
})
