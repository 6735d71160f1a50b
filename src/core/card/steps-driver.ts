import { assertNever } from '../assert-never'
import type { LinkId } from '../failure/failure'
import type { Make, System } from './card'
import type { Step } from './steps'

const RESTART: Step = { words: 'Start the computer again, then open this panel.' }

/** How a card's driver gets onto a system. */
export function driverSteps(make: Make, system: System): readonly Step[] {
  switch (make) {
    case 'nvidia':
      return system.inWindows ? inWindows() : [...nvidia(system), RESTART]
    case 'amd':
      return [open('Install AMD’s driver for computing (ROCm) as AMD describes it for your system.', 'Open AMD’s page', 'amd-driver'), RESTART]
    case 'intel':
      return [open('Install Intel’s driver for computing as Intel describes it for your system.', 'Open Intel’s page', 'intel-driver'), RESTART]
    default:
      return assertNever(make)
  }
}

// A Linux inside Windows uses the driver of Windows and must not get one of its own.
function inWindows(): readonly Step[] {
  return [
    open('Install NVIDIA’s driver in Windows itself, not in this Linux.', 'Open NVIDIA’s page', 'nvidia-driver'),
    { words: 'In PowerShell, bring WSL 2 up to date and start it again:', command: 'wsl --update; wsl --shutdown' },
  ]
}

function nvidia({ family }: System): readonly Step[] {
  switch (family) {
    case 'ubuntu':
      return [
        {
          words: 'Open a terminal and install the driver that fits this card. It asks for your password.',
          command: 'sudo apt-get update && sudo apt-get install -y ubuntu-drivers-common && sudo ubuntu-drivers install',
        },
      ]
    case 'debian':
      return [
        open('Let Debian use its parts “contrib”, “non-free” and “non-free-firmware”, where the driver is.', 'Open Debian’s page', 'driver-debian'),
        {
          words: 'Install the driver. It asks for your password.',
          command: 'sudo apt-get update && sudo apt-get install -y linux-headers-$(dpkg --print-architecture) nvidia-driver libcuda1 nvidia-smi',
        },
      ]
    case 'fedora':
      return [
        open('Add RPM Fusion, where Fedora’s driver comes from.', 'Open RPM Fusion’s page', 'driver-fedora'),
        {
          words: 'Install the driver, then wait 5 minutes while it is put together. It asks for your password.',
          command: 'sudo dnf install akmod-nvidia xorg-x11-drv-nvidia-cuda',
        },
      ]
    case 'arch':
      return [
        {
          words: 'For a card of 2018 or newer, open a terminal and install its driver with all updates:',
          command: 'sudo pacman -Syu nvidia-open nvidia-utils',
        },
        open('For an older card, or another kernel than “linux”, see which driver fits.', 'Open Arch’s page', 'driver-arch'),
      ]
    case 'suse':
      return [open('Install the driver as openSUSE describes it.', 'Open openSUSE’s page', 'driver-suse')]
    case 'rhel':
    case 'other-linux':
    case 'windows':
    case 'mac':
      return [open('Get the driver that fits this card from NVIDIA, and install it.', 'Open NVIDIA’s page', 'nvidia-driver')]
    default:
      return assertNever(family)
  }
}

function open(words: string, label: string, link: LinkId): Step {
  return { words, page: { label, link } }
}
