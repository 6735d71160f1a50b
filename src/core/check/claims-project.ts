import type { CheckInfo } from './check'

const project = { group: 'before', needs: 'project', about: null } as const

/** What is promised of the project's files, before anything is built. */
export const projectClaims: readonly CheckInfo[] = [
  {
    ...project,
    id: 'project-valid',
    claim: 'The project file is valid',
    proves: 'Docker can read how Facecraft is put together and started: with no version chosen, with each one, and with both.',
  },
  {
    ...project,
    id: 'starts-nothing',
    claim: 'Starts nothing that you did not choose',
    proves: 'Each version has to be chosen by its name, so that nothing runs by accident.',
  },
  {
    ...project,
    id: 'one-version',
    claim: 'Only one version can run at a time',
    proves: 'Both want the same address, and each starts exactly one service on it, so that they never work side by side on your photos.',
  },
  {
    ...project,
    id: 'no-version-key',
    claim: 'The project file uses today’s format',
    proves: 'Nothing in it is left over from older formats, which Docker would ignore without a word to you.',
  },
  {
    ...project,
    id: 'build-place',
    claim: 'Is built from the right folder',
    proves: 'The instructions for building and every file that they ask for lie where Docker will look.',
  },
  {
    ...project,
    id: 'named-volumes',
    claim: 'Photos lie in folders that stay',
    proves: 'Each folder with your photos has a name, so that it is found again after the app was built or started anew.',
  },
  {
    ...project,
    id: 'gpu-profile',
    claim: 'Asks for the graphics card',
    proves: 'Docker is told to hand the card over, in words that it understands, so that the choice is real and not only a name.',
    about: 'graphics card',
  },
  {
    ...project,
    id: 'only-here',
    claim: 'Only this computer can open it',
    proves: 'Others in your network cannot reach your photos.',
  },
]
