import type { Instruction, Named } from './step-names'

/** The words for the steps of the project's own two Dockerfiles, by stage and instruction. */
export function nameByStage({ stage, word, rest }: Instruction): Named {
  const row = ROWS.find(([where, pattern]) => where.includes(stage) && pattern.test(`${word} ${rest}`))
  return row ? { name: row[2], explanation: row[3] } : null
}

type Row = readonly [stages: readonly string[], pattern: RegExp, name: string, explanation: string]

const ROWS: readonly Row[] = [
  [['models'], /^RUN .*apt-get install/s, 'Tools for downloading', 'Python and pip, which fetch the photo models. They do not stay in the app.'],
  [['models'], /^COPY .*models\.lock/s, 'List of photo models', 'Which models belong to the app, each with its fingerprint.'],
  [['models'], /^RUN .*fetch_models/s, 'Photo models', 'Downloads the models that find faces and cut out backgrounds, and compares each with its fingerprint.'],
  [['parts'], /^COPY .*requirements/s, 'List of parts', 'Which Python packages belong to the app, each with its fingerprint.'],
  [['parts'], /^RUN .*pip .*install/s, 'Python parts', 'Downloads the packages that the app is made of, and compares each with its fingerprint.'],
  [['parts'], /^RUN .*apt-get install/s, 'Tools for the parts', 'What is needed to put the Python parts in their place. It does not stay in the app.'],
  [
    ['production'],
    /^RUN .*apt-get install[^&]*python3-torch/s,
    'Computing library',
    'Installs the library that computes on the processor. This is the largest part and usually takes longest.',
  ],
  [['production'], /^RUN .*apt-get install/s, 'Base of the app', 'Installs Python and sets up a user without special rights.'],
  [['production'], /^COPY .*--from=parts/s, 'Python parts into the app', 'Puts the finished parts into the app package.'],
  [
    ['production'],
    /^COPY .*--from=models/s,
    'Photo models into the app',
    'Puts the checked models into the app package, so that it works without the internet.',
  ],
  [['production'], /^COPY .*facecraft/s, 'Facecraft itself', 'Puts the program into the app package.'],
  [['production'], /^RUN .*(selftest|import torch)/s, 'Trial run', 'Loads every model once, so that a broken one is found now and not later.'],
]
