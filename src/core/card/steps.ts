import { assertNever } from '../assert-never'
import type { LinkId } from '../failure/failure'
import type { CardFault, Make, System } from './card'
import { addOnSteps, restartSteps, setUpSteps } from './steps-add-on'
import { driverSteps } from './steps-driver'

/** One thing for a person to do: words, a command to copy where there is one, or a page to open. */
export interface Step {
  readonly words: string
  readonly command?: string
  readonly page?: { readonly label: string; readonly link: LinkId }
}

/** How a card becomes usable: what is wrong in a sentence or two, and the steps from there; none where nothing helps. */
export interface CardHelp {
  readonly why: string
  readonly steps: readonly Step[]
  readonly note?: string
}

/** The exact steps for a fault on a system, beginning at the lowest rung that is broken. */
export function cardHelp(fault: CardFault, system: System): CardHelp {
  switch (fault.kind) {
    case 'no-card':
      return {
        why: `This computer shows no ${NAMES[fault.make]} card. If there is one, check that it sits firmly and is switched on in the computer’s set-up.`,
        steps: [],
      }
    case 'no-driver':
      return { why: whyNoDriver(fault), steps: [...driverSteps(fault.make, system), ...thenAddOn(fault.make, system)] }
    case 'driver-too-old':
      return {
        why: `The driver is version ${fault.has}. This version of Facecraft was made for ${fault.needs} or newer.`,
        steps: driverSteps('nvidia', system),
      }
    case 'restart-needed':
      return { why: 'The driver was renewed while it was in use. Old and new do not work together.', steps: [{ words: 'Start the computer again.' }] }
    case 'card-lost':
      return {
        why: 'The driver is there, but the card does not answer it any more. Heat, power or a fault of the card can be the cause.',
        steps: [{ words: 'Shut the computer down, wait a minute, and start it again.' }],
      }
    case 'driver-silent':
      return {
        why: 'The driver is there, but gives no answer.',
        steps: [{ words: 'Start the computer again. If it stays so, install the driver anew:' }, ...driverSteps('nvidia', system)],
      }
    case 'mac':
      return {
        why: 'Docker on a Mac runs in a virtual machine that graphics cards are not passed on to. There is nothing to install that changes this.',
        steps: [],
      }
    case 'desktop-on-linux':
      return {
        why: 'Docker Desktop on Linux runs in a virtual machine without the card. Docker Engine, the one without a window, can use it.',
        steps: [
          { words: 'Install Docker Engine. It can stand beside Docker Desktop.', page: { label: 'Open Docker’s page', link: 'docker-linux' } },
          ...addOnSteps(system, 'root'),
          { words: 'Quit Docker Desktop, and use Docker Engine from now on:', command: 'systemctl --user stop docker-desktop && docker context use default' },
        ],
        note: 'The two do not share packages or photos: Facecraft is built anew, and photos saved so far stay in Docker Desktop.',
      }
    case 'desktop-without-wsl':
      return {
        why: 'Docker Desktop passes graphics cards on only when it runs on WSL 2, the Linux inside Windows.',
        steps: [
          { words: 'Open PowerShell as administrator and bring WSL 2 up to date:', command: 'wsl --update' },
          { words: 'In Docker Desktop, open Settings, General, and tick “Use the WSL 2 based engine”. Then choose Apply & restart.' },
        ],
      }
    case 'virtual-machine':
      return {
        why: `Docker runs in a virtual machine here, and the ${NAMES[fault.make]} card stays outside. A Docker that runs on Linux itself can use it.`,
        steps: [],
      }
    case 'podman':
      return {
        why: 'Podman answers in Docker’s place. It does not read the way in which this app asks for a card, and would start it without one.',
        steps: [{ words: 'Install Docker Engine.', page: { label: 'Open Docker’s page', link: 'docker-linux' } }, ...addOnSteps(system, 'root')],
      }
    case 'no-add-on':
      return { why: 'The driver is fine. What is missing is NVIDIA’s add-on for Docker, the Container Toolkit.', steps: addOnSteps(system, rights(fault)) }
    case 'not-set-up':
      return { why: 'NVIDIA’s add-on is installed, but Docker was not told of it, or was not restarted since.', steps: setUpSteps(rights(fault)) }
    case 'no-cdi-list':
      return {
        why: 'This version asks for the card by its name in a list (CDI), and that list was not written yet.',
        steps: [
          { words: 'Write the list. It asks for your password.', command: 'sudo nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml' },
          ...restartSteps(rights(fault)),
        ],
      }
    case 'refused':
      return {
        why: 'A test package was to get the card, and Docker refused. Setting up the add-on again mends most of this.',
        steps: setUpSteps(rights(fault)),
        note: `Docker said: ${fault.said}`,
      }
    case 'saw-none':
      return { why: 'A test package ran, and saw no card. Most often the driver started after Docker.', steps: restartSteps(rights(fault)) }
    default:
      return assertNever(fault)
  }
}

const NAMES: Readonly<Record<Make, string>> = { nvidia: 'NVIDIA', amd: 'AMD', intel: 'Intel' }

function rights({ rootless }: { readonly rootless: boolean }): 'root' | 'rootless' {
  return rootless ? 'rootless' : 'root'
}

function whyNoDriver({ make, card }: Extract<CardFault, { kind: 'no-driver' }>): string {
  const name = NAMES[make]
  return card === 'seen'
    ? `The ${name} card is in this computer, but its driver is not. Docker can only use a card that has one.`
    : `No ${name} driver answers on this computer. If it has an ${name} card, it needs a driver first.`
}

// Docker's part comes after the driver, and only for NVIDIA and outside Docker Desktop.
function thenAddOn(make: Make, { family, inWindows }: System): readonly Step[] {
  if (make !== 'nvidia' || family === 'windows' || inWindows) return []
  return [{ words: 'Come back here and choose Check again: the next step is NVIDIA’s add-on for Docker.' }]
}
