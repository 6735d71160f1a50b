import { createServer } from 'node:net'
import { composeArgs, docker } from './lab.mjs'

// Starting the app: `up` as the panel calls it, mostly on the shared engine.
const app =
  (more, command = '["sleep", "60"]') =>
  () => ({ 'compose.yaml': `services:\n  app:\n    image: debian:trixie-slim\n    command: ${command}\n    stop_grace_period: 1s\n${more}` })
const up = (failure) => ({ context: 'start', args: () => composeArgs(failure, ['up', '-d', '--wait', '--', 'app']), ...failure })
let listener

/** Failures of starting the app. */
export const startCases = [
  {
    name: 'port-of-program',
    what: 'a program uses the port',
    files: app('    ports: ["127.0.0.1:18791:8000"]\n'),
    before: () => new Promise((resolve) => (listener = createServer().listen(18_791, '127.0.0.1', resolve))),
    after: () => listener.close(),
  },
  {
    name: 'port-of-container',
    what: 'another container uses the port',
    files: app('    ports: ["127.0.0.1:18792:8000"]\n'),
    before: () => docker(['run', '-d', '--name', 'fcrec-holder', '-p', '127.0.0.1:18792:80', 'debian:trixie-slim', 'sleep', '60']),
    after: () => docker(['rm', '-f', 'fcrec-holder']),
  },
  {
    name: 'name-taken',
    what: 'a container of another project has the name',
    files: app('    container_name: fcrec-holder\n'),
    before: () => docker(['create', '--name', 'fcrec-holder', 'debian:trixie-slim', 'true']),
    after: () => docker(['rm', '-f', 'fcrec-holder']),
  },
  {
    name: 'nvidia-missing',
    what: 'the engine cannot pass an NVIDIA card on',
    files: app('    deploy:\n      resources:\n        reservations:\n          devices: [{driver: nvidia, count: all, capabilities: [gpu]}]\n'),
  },
  {
    name: 'cdi-missing',
    what: 'the engine does not know the card by its name',
    files: app(
      '    deploy:\n      resources:\n        reservations:\n          devices: [{driver: cdi, device_ids: ["nvidia.com/gpu=all"], capabilities: [gpu]}]\n',
    ),
  },
  {
    name: 'not-built',
    what: 'the image was never built and must not be downloaded',
    files: () => ({ 'compose.yaml': 'services:\n  app:\n    image: fcrec-never-built:cpu\n    pull_policy: never\n' }),
  },
  { name: 'command-missing', what: 'the program to start is not in the image', files: app('', '["facecraft"]') },
  { name: 'command-forbidden', what: 'the program to start may not be run', files: app('', '["/etc/passwd"]') },
  { name: 'user-missing', what: 'the user to run as is not in the image', files: app('    user: appuser\n') },
  { name: 'exits-with-1', what: 'the app ends at once with 1', files: app('', '["sh", "-c", "exit 1"]') },
  {
    name: 'exits-with-137',
    what: 'the app is ended for taking too much memory',
    files: app('    mem_limit: 16m\n    memswap_limit: 16m\n    healthcheck: {test: ["CMD", "true"], interval: 30s}\n', '["tail", "/dev/zero"]'),
  },
  {
    name: 'never-healthy',
    what: 'the app runs but never says that it is well',
    files: app('    healthcheck: {test: ["CMD", "false"], interval: 1s, retries: 2, start_period: 0s}\n'),
  },
  {
    name: 'mount-missing',
    what: 'a folder to share does not exist',
    files: app('    volumes: [{type: bind, source: ./photos, target: /photos, bind: {create_host_path: false}}]\n'),
  },
  {
    name: 'mount-of-file',
    what: 'a file is shared where the image has a folder',
    files: (at) => ({ ...app('    volumes: ["./photos:/etc"]\n')(at), photos: 'x' }),
  },
  { name: 'memory-too-small', what: 'the app may take less memory than the engine allows', files: app('    mem_limit: 1m\n') },
  {
    name: 'network-external',
    what: 'a network of another project does not exist',
    files: app('    networks: [shared]\nnetworks:\n  shared: {external: true, name: fcrec-shared}\n'),
  },
  {
    name: 'volume-external',
    what: 'a volume of another project does not exist',
    files: app('    volumes: ["photos:/photos"]\nvolumes:\n  photos: {external: true, name: fcrec-photos}\n'),
  },
  {
    name: 'dependency-ill',
    what: 'what the app waits for never becomes well',
    files: app(
      '    depends_on: {db: {condition: service_healthy}}\n  db:\n    image: debian:trixie-slim\n    command: sleep 60\n    stop_grace_period: 1s\n    healthcheck: {test: ["CMD", "false"], interval: 1s, retries: 2, start_period: 0s}\n',
    ),
  },
  {
    name: 'image-for-arm',
    what: 'the image is made for another kind of processor',
    files: () => ({ 'compose.yaml': 'services:\n  app:\n    image: fcrec-arm\n    platform: linux/arm64\n    command: ["/bin/sh"]\n' }),
  },
  {
    name: 'image-not-for-arm',
    what: 'the image does not exist for the wanted processor',
    files: () => ({ 'compose.yaml': 'services:\n  app:\n    image: debian:trixie-slim\n    pull_policy: never\n    platform: linux/arm64\n' }),
  },
  {
    name: 'no-addresses-left',
    what: 'all addresses for networks are given out',
    engine: { flags: ['--default-address-pool', 'base=10.99.0.0/24,size=24', '--bip', '10.98.0.1/24'] },
    files: app('    networks: [a, b]\nnetworks:\n  a: {}\n  b: {}\n'),
  },
].map(up)
