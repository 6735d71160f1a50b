import { describe, expect, test } from 'vitest'
import { engineCards, type EngineSigns, type Standing } from './engine-cards'

// The first is what the engine here answers; the others are after public reports of `docker info`.
const debian: EngineSigns = {
  operatingSystem: 'Debian GNU/Linux 12 (bookworm)',
  kernel: '6.18.44-fc-v509',
  security: ['name=seccomp,profile=builtin'],
  runtimes: ['io.containerd.runc.v2', 'runc'],
  devices: [],
  parts: ['Engine', 'containerd', 'runc', 'docker-init'],
}
const linux: Standing = { platform: 'linux', kernel: '6.18.44-fc-v509', elsewhere: false }
const WSL = '5.15.153.1-microsoft-standard-WSL2'

describe('how an engine passes cards on', () => {
  test.each<[string, Partial<EngineSigns>, Partial<Standing>, object]>([
    ['Docker Engine beside the panel', {}, {}, { product: 'engine', place: 'here', rootless: false, nvidiaRuntime: false }],
    ['Docker Engine with NVIDIA’s runtime', { runtimes: ['runc', 'nvidia'] }, {}, { nvidiaRuntime: true }],
    ['Docker without root', { security: ['name=seccomp,profile=builtin', 'name=rootless', 'name=cgroupns'] }, {}, { rootless: true, place: 'here' }],
    [
      'Docker Desktop on Linux',
      { operatingSystem: 'Docker Desktop', kernel: '6.10.14-linuxkit' },
      { kernel: '6.8.0-45-generic' },
      { product: 'desktop', place: 'machine' },
    ],
    [
      'Docker Desktop on a Mac',
      { operatingSystem: 'Docker Desktop', kernel: '6.10.14-linuxkit' },
      { platform: 'darwin', kernel: '24.1.0' },
      { product: 'desktop', place: 'machine' },
    ],
    [
      'Docker Desktop on WSL 2',
      { operatingSystem: 'Docker Desktop', kernel: WSL },
      { platform: 'win32', kernel: '10.0.22631' },
      { product: 'desktop', place: 'wsl' },
    ],
    [
      'Docker Desktop on Hyper-V',
      { operatingSystem: 'Docker Desktop', kernel: '6.10.14-linuxkit' },
      { platform: 'win32', kernel: '10.0.22631' },
      { product: 'desktop', place: 'machine' },
    ],
    [
      'Docker Desktop seen from a Linux inside Windows',
      { operatingSystem: 'Docker Desktop', kernel: WSL },
      { kernel: WSL },
      { product: 'desktop', place: 'wsl' },
    ],
    ['Docker Engine in a Linux inside Windows', { operatingSystem: 'Ubuntu 22.04.4 LTS', kernel: WSL }, { kernel: WSL }, { product: 'engine', place: 'here' }],
    [
      'Colima',
      { operatingSystem: 'Ubuntu 24.04.1 LTS', kernel: '6.8.0-50-generic' },
      { platform: 'darwin', kernel: '24.1.0' },
      { product: 'engine', place: 'machine' },
    ],
    ['Podman', { operatingSystem: 'fedora', parts: ['Podman Engine', 'Conmon', 'OCI Runtime (crun)'] }, {}, { product: 'podman' }],
    ['a Docker on another computer', {}, { elsewhere: true }, { place: 'elsewhere' }],
  ])('%s', (_, signs, standing, told) => {
    expect(engineCards({ ...debian, ...signs }, { ...linux, ...standing })).toMatchObject(told)
  })
})
