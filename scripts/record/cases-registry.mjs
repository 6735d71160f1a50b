import { composeArgs } from './lab.mjs'

// Base images: what the engine says about a store that answers with these statuses, or does not answer.
const base = (image) => (at) => ({ Dockerfile: `FROM ${image(at)}\nRUN true\n` })

/** Failures of getting a base image, by a build and by a start. */
export const registryCases = [
  { name: 'base-missing', what: 'the base image does not exist', files: base(({ servers }) => `${servers.registry}/missing:1`) },
  { name: 'base-refused', what: 'the store wants a sign-in', files: base(({ servers }) => `${servers.registry}/refused:1`) },
  { name: 'base-denied', what: 'the store denies access', files: base(({ servers }) => `${servers.registry}/denied:1`) },
  { name: 'base-rate-limited', what: 'the store was asked too often', files: base(({ servers }) => `${servers.registry}/busy:1`) },
  { name: 'base-broken', what: 'the store has a fault', files: base(({ servers }) => `${servers.registry}/broken:1`) },
  { name: 'base-cut', what: 'the connection breaks off in the base image', files: base(({ servers }) => `${servers.registry}/cut:1`) },
  { name: 'base-damaged', what: 'the base image has another fingerprint', files: base(({ servers }) => `${servers.registry}/damaged:1`) },
  { name: 'base-other-platform', what: 'the base image is made for other processors', files: base(({ servers }) => `${servers.registry}/other-platform:1`) },
  { name: 'base-no-name', what: 'the address of the store cannot be found', files: base(() => 'images.invalid/base:1') },
  { name: 'base-store-refused', what: 'nobody listens at the address of the store', files: base(() => '127.0.0.1:1/base:1') },
  { name: 'base-certificate', what: 'the store cannot prove who it is', files: base(({ servers }) => `${servers.secure}/base:1`) },
  { name: 'base-plain', what: 'the store speaks without encryption', files: base(({ servers }) => `${servers.plain}/base:1`) },
  {
    name: 'base-no-internet',
    what: 'there is no internet at all',
    engine: { images: [] },
    files: () => ({ Dockerfile: 'FROM debian:trixie-slim\nRUN true\n' }),
  },
  ...['missing', 'refused', 'denied', 'busy', 'broken', 'cut', 'damaged', 'other-platform'].map((name) => ({
    name: `pull-${name}`,
    what: `starting downloads the image, and the store answers: ${name}`,
    context: 'start',
    files: ({ servers }) => ({ 'compose.yaml': `services:\n  app:\n    image: ${servers.registry}/${name}:1\n` }),
    args: () => composeArgs({ name: `pull-${name}` }, ['up', '-d']),
  })),
  {
    name: 'pull-no-name',
    what: 'starting downloads the image, and the address of the store cannot be found',
    context: 'start',
    files: () => ({ 'compose.yaml': 'services:\n  app:\n    image: images.invalid/base:1\n' }),
    args: () => composeArgs({ name: 'pull-no-name' }, ['up', '-d']),
  },
  {
    name: 'pull-no-internet',
    what: 'starting downloads the image, and there is no internet at all',
    context: 'start',
    engine: { images: [] },
    files: () => ({ 'compose.yaml': 'services:\n  app:\n    image: debian:trixie-slim\n' }),
    args: () => composeArgs({ name: 'pull-no-internet' }, ['up', '-d']),
  },
]
