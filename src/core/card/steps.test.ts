import { describe, expect, test } from 'vitest'
import type { CardFault, Family, System } from './card'
import { cardHelp } from './steps'

const on = (family: Family, inWindows = false): System => ({ family, name: family, inWindows })
const commands = (fault: CardFault, system: System): readonly string[] => cardHelp(fault, system).steps.flatMap(({ command }) => command ?? [])
const noAddOn: CardFault = { kind: 'no-add-on', rootless: false }
const noDriver: CardFault = { kind: 'no-driver', make: 'nvidia', card: 'seen' }
const TELL = 'sudo nvidia-ctk runtime configure --runtime=docker'
const RESTART = 'sudo systemctl restart docker'

describe('the steps for NVIDIA’s add-on', () => {
  test.each<[Family, readonly string[]]>([
    ['ubuntu', ['ca-certificates curl gnupg2', 'gpgkey', 'nvidia-container-toolkit.list', 'apt-get install -y nvidia-container-toolkit']],
    ['debian', ['ca-certificates curl gnupg2', 'gpgkey', 'nvidia-container-toolkit.list', 'apt-get install -y nvidia-container-toolkit']],
    ['fedora', ['/etc/yum.repos.d/nvidia-container-toolkit.repo', 'dnf install -y nvidia-container-toolkit']],
    ['rhel', ['/etc/yum.repos.d/nvidia-container-toolkit.repo', 'dnf install -y nvidia-container-toolkit']],
    ['suse', ['zypper ar', 'zypper --gpg-auto-import-keys install -y nvidia-container-toolkit']],
    ['arch', ['pacman -Syu nvidia-container-toolkit']],
    ['other-linux', []],
  ])('on %s install it with the system’s own program, then tell Docker and restart it', (family, install) => {
    const all = commands(noAddOn, on(family))
    expect(all.slice(-2)).toEqual([TELL, RESTART])
    expect(all.slice(0, -2)).toEqual(install.map((part) => expect.stringContaining(part) as string))
  })

  test('begin with telling Docker where it is installed already', () => {
    expect(commands({ kind: 'not-set-up', rootless: false }, on('ubuntu'))).toEqual([TELL, RESTART])
  })

  test('for a Docker without root change that one, and let the add-on work without root', () => {
    expect(commands({ kind: 'not-set-up', rootless: true }, on('ubuntu'))).toEqual([
      'nvidia-ctk runtime configure --runtime=docker --config=$HOME/.config/docker/daemon.json',
      'sudo nvidia-ctk config --set nvidia-container-cli.no-cgroups --in-place',
      'systemctl --user restart docker',
    ])
  })
})

describe('the steps for a driver', () => {
  test.each<[Family, string]>([
    ['ubuntu', 'sudo ubuntu-drivers install'],
    ['debian', 'nvidia-driver libcuda1 nvidia-smi'],
    ['fedora', 'akmod-nvidia'],
    ['arch', 'nvidia-open'],
  ])('on %s name its package', (family, part) => {
    expect(commands(noDriver, on(family)).join('\n')).toContain(part)
  })

  test.each<Family>(['windows', 'suse', 'rhel', 'other-linux'])('on %s lead to the page that has it', (family) => {
    expect(cardHelp(noDriver, on(family)).steps.some(({ page }) => page)).toBe(true)
  })

  test('in a Linux inside Windows install nothing in that Linux', () => {
    expect(commands(noDriver, on('ubuntu', true))).toEqual(['wsl --update; wsl --shutdown'])
  })

  test('end with starting the computer again', () => {
    expect(cardHelp(noDriver, on('ubuntu')).steps.some(({ words }) => words.startsWith('Start the computer again'))).toBe(true)
  })
})

test('a Mac is told that nothing can be done', () => {
  expect(cardHelp({ kind: 'mac' }, on('mac'))).toMatchObject({ steps: [], why: expect.stringContaining('nothing to install') as string })
})

test('Windows without WSL 2 is led to Docker Desktop’s own switch', () => {
  const { steps } = cardHelp({ kind: 'desktop-without-wsl' }, on('windows'))
  expect(steps.map(({ words }) => words).join(' ')).toContain('Use the WSL 2 based engine')
})

test('Docker Desktop on Linux is led to Docker Engine, with what does not come along', () => {
  const { steps, note } = cardHelp({ kind: 'desktop-on-linux' }, on('fedora'))
  expect(steps[0]?.page?.link).toBe('docker-linux')
  expect(steps.at(-1)?.command).toBe('systemctl --user stop docker-desktop && docker context use default')
  expect(note).toContain('photos')
})

test('what Docker said to the test package is shown with its refusal', () => {
  expect(cardHelp({ kind: 'refused', rootless: false, said: 'nvidia-container-cli: x' }, on('debian')).note).toBe('Docker said: nvidia-container-cli: x')
})
