import { composeArgs } from './lab.mjs'

// Compose files that cannot be used. Each is only read, never run.
const card = (device) => `services:\n  app:\n    image: fcrec-app\n    deploy:\n      resources:\n        reservations:\n          devices:\n${device}`
const text = (content) => () => ({ 'compose.yaml': content })
const app = 'services:\n  app:\n    image: fcrec-app\n'

const read = (failure) => ({
  context: 'config',
  args: () => composeArgs(failure, ['config', '--format', 'json']),
  ...failure,
})

/** Failures of reading a project, and of naming what is not in it. */
export const projectCases = [
  { name: 'compose-tab', what: 'a tab in the project file', files: text('services:\n\tapp:\n    image: fcrec-app\n') },
  { name: 'compose-indent', what: 'a line of the project file is indented wrongly', files: text('services:\n  app:\n    image: fcrec-app\n   ports: []\n') },
  { name: 'compose-quote', what: 'a quotation mark in the project file is not closed', files: text('services:\n  app:\n    image: "fcrec-app\n') },
  { name: 'compose-twice', what: 'a key stands twice in the project file', files: text('services:\n  app:\n    image: a\n    image: b\n') },
  { name: 'compose-control', what: 'the project file is no text', files: text('services:\n  app:\n    image: "\u0001\u0002"\n') },
  { name: 'compose-empty', what: 'the project file is empty', files: text('') },
  {
    name: 'compose-directory',
    what: 'the project file is a folder',
    files: () => ({ 'compose.yaml': null, 'folder.yaml/x': '' }),
    args: () => ['compose', '-f', 'folder.yaml', 'config'],
  },
  {
    name: 'compose-absent',
    what: 'the project file does not exist',
    files: () => ({ 'compose.yaml': null }),
    args: () => ['compose', '-f', 'compose.yaml', 'config'],
  },
  { name: 'compose-none', what: 'the folder holds no project', files: () => ({ 'compose.yaml': null }), args: () => ['compose', 'config'] },
  { name: 'compose-unknown-key', what: 'the project file has an unknown key', files: text(`${app}    imagge: b\n`) },
  { name: 'compose-wrong-type', what: 'a key has a value of the wrong type', files: text('services:\n  app: fcrec-app\n') },
  { name: 'compose-no-image', what: 'a service has neither image nor build', files: text('services:\n  app:\n    environment: {A: b}\n') },
  { name: 'compose-port', what: 'a port is no number', files: text(`${app}    ports: ["eight:8000"]\n`) },
  { name: 'compose-volume', what: 'a service uses an undefined volume', files: text(`${app}    volumes: ["photos:/app"]\n`) },
  { name: 'compose-depends', what: 'a service depends on one that does not exist', files: text(`${app}    depends_on: [database]\n`) },
  { name: 'compose-env-file', what: 'a file with settings does not exist', files: text(`${app}    env_file: settings.env\n`) },
  { name: 'compose-env-syntax', what: 'the file with settings has a mistake', files: () => ({ 'compose.yaml': app, '.env': 'A=1\nB C=\n' }) },
  { name: 'compose-variable', what: 'a required setting is missing', files: text('services:\n  app:\n    image: ${FACECRAFT_IMAGE:?needed}\n') },
  { name: 'compose-interpolation', what: 'a reference to a setting is malformed', files: text('services:\n  app:\n    image: ${FACECRAFT_IMAGE\n') },
  {
    name: 'compose-no-capabilities',
    what: 'a graphics card without capabilities',
    files: text(card('            - driver: nvidia\n              count: all\n')),
  },
  {
    name: 'compose-count-and-ids',
    what: 'a graphics card by number and by name at once',
    files: text(card('            - driver: nvidia\n              count: 1\n              device_ids: ["0"]\n              capabilities: [gpu]\n')),
  },
  { name: 'compose-memory', what: 'an amount of memory is no number', files: text(`${app}    mem_limit: plenty\n`) },
  { name: 'compose-duration', what: 'a length of time is no number', files: text(`${app}    healthcheck: {test: [CMD, "true"], interval: often}\n`) },
  {
    name: 'compose-circle',
    what: 'two services wait for each other',
    files: text('services:\n  a: {image: x, depends_on: [b]}\n  b: {image: x, depends_on: [a]}\n'),
  },
  { name: 'compose-include', what: 'an included file does not exist', files: text(`include: [more.yaml]\n${app}`) },
  { name: 'compose-extends', what: 'an extended service does not exist', files: text('services:\n  app:\n    extends: {service: base}\n') },
]
  .map(read)
  .concat([
    {
      name: 'no-service-selected',
      what: 'all services belong to a version and none was named',
      context: 'start',
      files: text(`${app}    profiles: [cpu]\n`),
      args: () => composeArgs({ name: 'no-service-selected' }, ['up', '-d']),
    },
    {
      name: 'no-such-service',
      what: 'a service is named that does not exist',
      context: 'start',
      files: text(app),
      args: () => composeArgs({ name: 'no-such-service' }, ['up', '-d', '--', 'facecraft-gpu']),
    },
  ])
