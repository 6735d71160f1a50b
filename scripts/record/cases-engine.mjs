import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { composeArgs } from './lab.mjs'

// The engine itself: absent, forbidden, silent, full, killed. Where it is hurt, it is a second one, made for that.
const from = 'FROM debian:trixie-slim\n'
const long = () => ({ Dockerfile: `${from}RUN echo begun && sleep 60\n` })
const begun = /YmVndW4K/
const up = () => ({ 'compose.yaml': 'services:\n  app:\n    image: debian:trixie-slim\n    command: sleep 60\n    stop_grace_period: 1s\n' })
const withoutPower = ['setpriv', '--inh-caps=-all', '--bounding-set=-dac_override,-dac_read_search']

/** Failures of the engine and of the docker command. */
export const engineCases = [
  { name: 'engine-absent', what: 'no engine where it should be', files: long, env: ({ project }) => host(`unix://${join(project, 'none.sock')}`) },
  {
    name: 'engine-absent-start',
    what: 'no engine where it should be, at a start',
    context: 'start',
    files: up,
    args: () => composeArgs({ name: 'engine-absent-start' }, ['up', '-d']),
    env: ({ project }) => host(`unix://${join(project, 'none.sock')}`),
  },
  {
    name: 'engine-absent-ps',
    what: 'no engine where it should be, asked by the plain command',
    context: 'stop',
    args: () => ['ps'],
    env: ({ project }) => host(`unix://${join(project, 'none.sock')}`),
  },
  { name: 'engine-refuses', what: "nobody listens at the engine's address", files: long, env: () => host('tcp://127.0.0.1:1') },
  {
    name: 'engine-forbidden',
    what: 'the account may not use the engine',
    engine: { images: [] },
    prefix: withoutPower,
    files: long,
    before: ({ engine }) => chmodSync(engine.socket, 0),
  },
  {
    name: 'engine-forbidden-ps',
    what: 'the account may not use the engine, asked by the plain command',
    context: 'stop',
    engine: { images: [] },
    prefix: withoutPower,
    args: () => ['ps'],
    before: ({ engine }) => chmodSync(engine.socket, 0),
  },
  {
    name: 'engine-silent',
    what: 'the engine hangs; we end the command',
    engine: { images: [] },
    deadline: 8000,
    args: () => ['ps'],
    context: 'stop',
    before: ({ engine }) => engine.signal('SIGSTOP'),
    after: ({ engine }) => engine.signal('SIGCONT'),
  },
  {
    name: 'engine-killed',
    what: 'the engine is killed in the middle of a build',
    engine: {},
    files: long,
    when: begun,
    act: ({ engine }) => engine.signal('SIGKILL'),
  },
  {
    name: 'engine-restarted',
    what: 'the engine is restarted in the middle of a build',
    engine: {},
    files: long,
    when: begun,
    act: ({ engine }) => engine.signal('SIGTERM'),
  },
  { name: 'engine-older', what: 'the engine is older than the command', args: () => ['ps'], context: 'stop', env: () => ({ DOCKER_API_VERSION: '1.99' }) },
  { name: 'engine-newer', what: 'the engine is newer than the command', args: () => ['ps'], context: 'stop', env: () => ({ DOCKER_API_VERSION: '1.12' }) },
  {
    name: 'compose-older',
    what: 'Compose does not know the kind of report that is asked for',
    files: long,
    args: () => ['compose', '--progress', 'future', 'build'],
  },
  { name: 'compose-plugin-missing', what: 'Docker lacks Compose', files: long, env: noPlugins },
  {
    name: 'compose-plugin-missing-up',
    what: 'Docker lacks Compose, at a start',
    context: 'start',
    files: up,
    args: () => ['compose', 'up', '-d'],
    env: noPlugins,
  },
  {
    name: 'compose-plugin-missing-version',
    what: 'Docker lacks Compose, asked for its version',
    context: 'config',
    args: () => ['compose', 'version'],
    env: noPlugins,
  },
  {
    name: 'disk-full-run',
    what: 'the disk is full in a step',
    engine: { disk: '400m' },
    files: () => ({ Dockerfile: `${from}RUN head -c 600M /dev/zero > /large\n` }),
  },
  {
    name: 'disk-full-copy',
    what: 'the disk is full while files are copied',
    engine: { disk: '330m' },
    files: () => ({ Dockerfile: `${from}COPY large /\nCOPY large /again\nCOPY large /more\n`, large: Buffer.alloc(90_000_000, 1) }),
  },
  {
    name: 'disk-full-context',
    what: 'the disk is full while the project is handed over',
    engine: { disk: '250m' },
    files: () => ({ Dockerfile: `${from}COPY large /\n`, large: Buffer.alloc(250_000_000, 1) }),
  },
  {
    name: 'disk-full-start',
    what: 'the disk is full at a start',
    context: 'start',
    engine: { disk: '180m' },
    files: up,
    before: fillDisk,
    args: () => composeArgs({ name: 'disk-full-start' }, ['up', '-d']),
  },
  {
    name: 'memory-short',
    what: 'a step takes more memory than there is',
    engine: { memory: 64_000_000 },
    files: () => ({ Dockerfile: `${from}RUN head -c 500m /dev/zero | tail > /dev/null\n` }),
  },
  {
    name: 'memory-short-quiet',
    what: 'a program in a step is ended for want of memory, and its shell says so',
    engine: { memory: 64_000_000 },
    files: () => ({ Dockerfile: `${from}RUN perl -e '$x = "x" x 500000000; print length $x'\n` }),
  },
]

function host(address) {
  return { DOCKER_HOST: address }
}

function noPlugins({ project }) {
  mkdirSync(join(project, 'config'))
  return { DOCKER_CONFIG: join(project, 'config') }
}

function fillDisk({ engine }) {
  try {
    writeFileSync(join(engine.folder, 'data/filler'), Buffer.alloc(180_000_000))
  } catch {
    // It is full now, which was wanted.
  }
}
