import type { CheckInfo } from './check'

const inside = { group: 'before', needs: 'package', about: null } as const

/** What is promised of the package that was built, before it runs. */
export const packageClaims: readonly CheckInfo[] = [
  {
    ...inside,
    id: 'image-builds',
    claim: 'Can be built from its own sources',
    proves: 'What runs was put together on this computer, and can be put together again.',
  },
  {
    ...inside,
    id: 'up-to-date',
    claim: 'Is as new as its sources',
    proves: 'No file that goes into it was changed after it was built, and what runs is what was built last.',
  },
  {
    ...inside,
    id: 'air-gap',
    claim: 'Works without the internet',
    proves: 'Your photos stay here: the models are inside, and one photo was finished with no network at all.',
  },
  {
    ...inside,
    id: 'not-administrator',
    claim: 'Does not run as administrator',
    proves: 'Even if someone broke into Facecraft, they would not control this computer, and find no program inside that gives them rights.',
  },
  {
    ...inside,
    id: 'no-card-code',
    claim: 'Carries no graphics card code',
    proves: 'The small version really is the small one: nothing in it needs a graphics card.',
    about: 'processor',
  },
  {
    ...inside,
    id: 'card-code',
    claim: 'Carries the card’s own code',
    proves: 'It can talk to an NVIDIA card, in the version that the project names.',
    about: 'graphics card',
  },
  {
    ...inside,
    id: 'labels',
    claim: 'Says what it is: name, version, licence',
    proves: 'You and others can tell what runs, from where it comes and what you may do with it.',
  },
  {
    ...inside,
    id: 'models',
    claim: 'Its photo models are the expected files',
    proves: 'Each model inside is, byte for byte, the file that the project names.',
  },
  {
    ...inside,
    id: 'no-secrets',
    claim: 'Holds no passwords or keys',
    proves: 'Nothing secret was left in the package while it was built; it can be given to others.',
  },
]
