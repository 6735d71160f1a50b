import type { Step } from '../../../core/card/steps'
import type { Platform } from './platform'

/** How to start a Docker that the panel may not start itself. */
export const startSteps: Record<Platform, readonly Step[]> = {
  windows: [{ words: 'Open the Start menu and choose Docker Desktop.' }, { words: 'Wait until its whale stands still. This page notices by itself.' }],
  mac: [{ words: 'Open Docker from Applications.' }, { words: 'Wait until its whale stands still. This page notices by itself.' }],
  linux: [
    { words: 'Open a terminal and run this. It asks for your password.', command: 'sudo systemctl start docker' },
    { words: 'This page notices by itself when Docker is there.' },
  ],
}

/** How to let one's own account use Docker. */
export const accessSteps: readonly Step[] = [
  { words: 'Open a terminal and run this. It asks for your password.', command: 'sudo usermod -aG docker $USER' },
  { words: 'Sign out of this computer and in again, so that the change counts.' },
  { words: 'Open this panel again. To take it back later:', command: 'sudo gpasswd -d $USER docker' },
]

/** How to add the part of Docker that runs apps of several pieces. */
export const composeSteps: Record<Platform, readonly Step[]> = {
  windows: [{ words: 'Open Docker Desktop and choose Check for updates. The missing part comes with it.' }, { words: 'This page notices by itself.' }],
  mac: [{ words: 'Open Docker Desktop and choose Check for updates. The missing part comes with it.' }, { words: 'This page notices by itself.' }],
  linux: [
    { words: "With Docker's own packages on Debian or Ubuntu:", command: 'sudo apt-get install docker-compose-plugin' },
    { words: "With Docker's own packages on Fedora:", command: 'sudo dnf install docker-compose-plugin' },
    { words: 'This page notices by itself.' },
  ],
}
