import { describe, expect, test } from 'vitest'
import { systemOf } from './system'

const linux = (osRelease: string, kernel = '6.8.0-45-generic') => systemOf({ platform: 'linux', osRelease, kernel })

describe('the system of a computer', () => {
  test.each([
    ['Ubuntu', 'PRETTY_NAME="Ubuntu 24.04.1 LTS"\nNAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', 'ubuntu', 'Ubuntu 24.04.1 LTS'],
    [
      'Debian, as it stands here',
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nID=debian\n',
      'debian',
      'Debian GNU/Linux 12 (bookworm)',
    ],
    ['Linux Mint', 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\nPRETTY_NAME="Linux Mint 22"\n', 'ubuntu', 'Linux Mint 22'],
    ['Fedora', "NAME='Fedora Linux'\nID=fedora\nPRETTY_NAME='Fedora Linux 41 (Workstation Edition)'\n", 'fedora', 'Fedora Linux 41 (Workstation Edition)'],
    ['Rocky', 'NAME="Rocky Linux"\nID="rocky"\nID_LIKE="rhel centos fedora"\n', 'rhel', 'Rocky Linux'],
    ['Arch', 'NAME="Arch Linux"\nPRETTY_NAME="Arch Linux"\nID=arch\n', 'arch', 'Arch Linux'],
    ['openSUSE', 'NAME="openSUSE Tumbleweed"\nID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n', 'suse', 'openSUSE Tumbleweed'],
    ['an unknown one that says what it is like', 'NAME="Foo OS"\nID=foo\nID_LIKE="bar arch"\n', 'arch', 'Foo OS'],
    ['NixOS', 'NAME=NixOS\nID=nixos\n', 'other-linux', 'NixOS'],
    ['one without a file', '', 'other-linux', 'Linux'],
  ] as const)('%s is told by /etc/os-release', (_, text, family, name) => {
    expect(linux(text)).toEqual({ family, name, inWindows: false })
  })

  test('a Linux inside Windows is told by its kernel', () => {
    expect(linux('ID=ubuntu\nNAME=Ubuntu\n', '5.15.153.1-microsoft-standard-WSL2')).toMatchObject({ family: 'ubuntu', inWindows: true })
  })

  test('Windows and macOS need no file', () => {
    expect(systemOf({ platform: 'win32', osRelease: null, kernel: null }).family).toBe('windows')
    expect(systemOf({ platform: 'darwin', osRelease: null, kernel: null }).family).toBe('mac')
  })
})
