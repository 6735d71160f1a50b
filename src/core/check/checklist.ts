import type { CheckInfo } from './check'

const buildAgain = { label: 'Build again', does: 'build' } as const

/** The promises of the checklist in the order of the screen: a new check is one row here. */
export const checklist: readonly CheckInfo[] = [
  {
    id: 'project-valid',
    claim: 'The project file is valid',
    proves: 'Docker can read how Facecraft is put together and started.',
    group: 'before',
    needs: 'project',
    about: null,
    fix: null,
  },
  {
    id: 'gpu-profile',
    claim: 'Asks for the graphics card',
    proves: 'Docker is told to hand the card over, so that the choice is real and not only a name.',
    group: 'before',
    needs: 'project',
    about: 'graphics card',
    fix: null,
  },
  {
    id: 'image-builds',
    claim: 'Can be built from its own sources',
    proves: 'What runs was put together on this computer, and can be put together again.',
    group: 'before',
    needs: 'package',
    about: null,
    fix: { label: 'Show the build', does: 'show-build' },
  },
  {
    id: 'air-gap',
    claim: 'Works without the internet',
    proves: 'Your photos stay here: the models are inside, and one photo was finished with no network at all.',
    group: 'before',
    needs: 'package',
    about: null,
    fix: buildAgain,
  },
  {
    id: 'not-administrator',
    claim: 'Does not run as administrator',
    proves: 'Even if someone broke into Facecraft, they would not control this computer.',
    group: 'before',
    needs: 'package',
    about: null,
    fix: buildAgain,
  },
  {
    id: 'no-card-code',
    claim: 'Carries no graphics card code',
    proves: 'The small version really is the small one: nothing in it needs a graphics card.',
    group: 'before',
    needs: 'package',
    about: 'processor',
    fix: buildAgain,
  },
  {
    id: 'answers',
    claim: 'Answers, with all models loaded',
    proves: 'It can be used, and has not only been started.',
    group: 'running',
    needs: 'package',
    about: null,
    fix: { label: 'App messages', does: 'show-messages' },
  },
]
