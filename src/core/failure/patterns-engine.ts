import type { Pattern } from './recognise'

/** Docker itself: absent, off, forbidden, gone, full. */
export const enginePatterns: readonly Pattern[] = [
  [/no space left on device|disk quota exceeded/i, () => ({ kind: 'disk-full' })],
  [/permission denied while trying to connect to the [Dd]ocker/, () => ({ kind: 'engine-forbidden' })],
  [/Cannot connect to the Docker daemon|failed to connect to the docker API/i, () => ({ kind: 'engine-off' })],
  [/is too new\b.*Maximum supported API version is ([\d.]+)/, ([, most]) => ({ kind: 'engine-too-old', offers: `${most} at most` })],
  [/is too old\b.*Minimum supported API version is ([\d.]+)/, ([, least]) => ({ kind: 'engine-too-old', offers: `${least} at least` })],
  [/error reading from server: EOF|error reading from server: .*connection reset|code = Unavailable\b/, () => ({ kind: 'engine-lost' })],
  [/unsupported --progress value/, () => ({ kind: 'compose-too-old' })],
  [
    /unknown command: docker compose|'compose' is not a docker command|^unknown (?:shorthand )?flag: .*(?:--progress|--project-directory|--profile|'d' in -d)/m,
    () => ({ kind: 'compose-missing' }),
  ],
  // Older commands answer with the help of docker itself, so long that its first line may be cut off.
  [/^For more help on how to use Docker, head to /m, () => ({ kind: 'compose-missing' })],
]
