import type { LinkId } from '../core/failure/failure'

/** The only addresses that may be opened outside the panel; null when the app has none now. */
export function linkUrl(link: LinkId, app: string | null): string | null {
  const shown = app?.replace('127.0.0.1', 'localhost') ?? null
  switch (link) {
    case 'app':
      return shown
    case 'app-docs':
      return shown && `${shown}/docs`
    case 'docker-desktop':
      return 'https://www.docker.com/products/docker-desktop/'
    case 'docker-linux':
      return 'https://docs.docker.com/engine/install/'
    case 'docker-group':
      return 'https://docs.docker.com/engine/install/linux-postinstall/'
    case 'compose-plugin':
      return 'https://docs.docker.com/compose/install/linux/'
    case 'nvidia-toolkit':
      return 'https://docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/install-guide.html'
    case 'nvidia-driver':
      return 'https://www.nvidia.com/en-us/drivers/'
    case 'amd-driver':
      return 'https://rocm.docs.amd.com/projects/install-on-linux/en/latest/'
    case 'intel-driver':
      return 'https://dgpu-docs.intel.com/driver/client/overview.html'
    case 'driver-debian':
      return 'https://wiki.debian.org/NvidiaGraphicsDrivers'
    case 'driver-fedora':
      return 'https://rpmfusion.org/Howto/NVIDIA'
    case 'driver-arch':
      return 'https://wiki.archlinux.org/title/NVIDIA'
    case 'driver-suse':
      return 'https://en.opensuse.org/SDB:NVIDIA_drivers'
  }
}
