import { assertNever } from '../assert-never'
import type { System } from './card'
import type { Step } from './steps'

const SOURCE = 'https://nvidia.github.io/libnvidia-container'
const KEY = '/usr/share/keyrings/nvidia-container-toolkit-keyring.gpg'
const page = { label: 'Open NVIDIA’s page', link: 'nvidia-toolkit' } as const

/** Whether Docker runs as the system's, or as the person's own without root. */
export type Rights = 'root' | 'rootless'

/** How NVIDIA's add-on gets onto a system and into Docker. After NVIDIA's own guide. */
export function addOnSteps(system: System, rights: Rights): readonly Step[] {
  return [...install(system), ...setUpSteps(rights)]
}

/** How Docker is told of the add-on that is installed already. */
export function setUpSteps(rights: Rights): readonly Step[] {
  const tell =
    rights === 'root'
      ? [{ words: 'Tell Docker about it:', command: 'sudo nvidia-ctk runtime configure --runtime=docker' }]
      : [
          {
            words: 'Tell your Docker without root about it:',
            command: 'nvidia-ctk runtime configure --runtime=docker --config=$HOME/.config/docker/daemon.json',
          },
          { words: 'Let it work without root:', command: 'sudo nvidia-ctk config --set nvidia-container-cli.no-cgroups --in-place' },
        ]
  return [...tell, ...restartSteps(rights)]
}

/** How Docker is restarted, with what that means for running apps. */
export function restartSteps(rights: Rights): readonly Step[] {
  const command = rights === 'root' ? 'sudo systemctl restart docker' : 'systemctl --user restart docker'
  return [{ words: 'Restart Docker. Apps that run in it stop for a moment.', command }]
}

function install({ family }: System): readonly Step[] {
  switch (family) {
    case 'ubuntu':
    case 'debian':
      return [
        {
          words: 'Open a terminal and install what the next steps need. It asks for your password.',
          command: 'sudo apt-get update && sudo apt-get install -y --no-install-recommends ca-certificates curl gnupg2',
        },
        { words: 'Add NVIDIA’s key:', command: `curl -fsSL ${SOURCE}/gpgkey | sudo gpg --dearmor -o ${KEY}` },
        {
          words: 'Add the place where NVIDIA keeps the add-on:',
          command: `curl -s -L ${SOURCE}/stable/deb/nvidia-container-toolkit.list | sed 's#deb https://#deb [signed-by=${KEY}] https://#g' | sudo tee /etc/apt/sources.list.d/nvidia-container-toolkit.list`,
        },
        { words: 'Install it:', command: 'sudo apt-get update && sudo apt-get install -y nvidia-container-toolkit' },
      ]
    case 'fedora':
    case 'rhel':
      return [
        {
          words: 'Open a terminal and add the place where NVIDIA keeps the add-on. It asks for your password.',
          command: `curl -s -L ${SOURCE}/stable/rpm/nvidia-container-toolkit.repo | sudo tee /etc/yum.repos.d/nvidia-container-toolkit.repo`,
        },
        { words: 'Install it:', command: 'sudo dnf install -y nvidia-container-toolkit' },
      ]
    case 'suse':
      return [
        {
          words: 'Open a terminal and add the place where NVIDIA keeps the add-on. It asks for your password.',
          command: `sudo zypper ar ${SOURCE}/stable/rpm/nvidia-container-toolkit.repo`,
        },
        { words: 'Install it:', command: 'sudo zypper --gpg-auto-import-keys install -y nvidia-container-toolkit' },
      ]
    case 'arch':
      return [{ words: 'Open a terminal and install it with all updates. It asks for your password.', command: 'sudo pacman -Syu nvidia-container-toolkit' }]
    case 'other-linux':
    case 'windows':
    case 'mac':
      return [{ words: 'Install the NVIDIA Container Toolkit as NVIDIA describes it for your system.', page }]
    default:
      return assertNever(family)
  }
}
