import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cacheFolder } from '../lib/paths.mjs'
import { lastLines, run } from '../lib/run.mjs'
import { say, SetupFailure, timeSince } from '../lib/say.mjs'
import { installPackages } from './apt.mjs'
import { mirrorOf, thisDistribution } from './engine/distribution.mjs'
import { makeRootArchive } from './root-archive.mjs'

const SUITE = 'trixie'
const IMAGE = `debian:${SUITE}-slim`
const PULL_DEADLINE = 300_000

/** Gives a private engine the base image of Facecraft: from the image registry, or where that is out of reach, from Debian. */
export async function setUpBaseImage(engine) {
  if (engine.kind !== 'private') return
  const env = { ...process.env, ...engine.env }
  if ((await run(['docker', 'image', 'inspect', IMAGE], { env })).code === 0) return
  say(`Base image: pulling ${IMAGE} ...`)
  const start = performance.now()
  const pull = await run(['docker', 'pull', '--quiet', IMAGE], { env, timeout: PULL_DEADLINE })
  if (pull.code !== 0) {
    say("Base image: the image registry cannot be reached; making the image from Debian's packages instead ...")
    await importImage(await rootArchive(), env)
  }
  say(`Base image: ${IMAGE} is there (${timeSince(start)})`)
}

async function rootArchive() {
  const distribution = thisDistribution()
  const mirror = mirrorOf(distribution, (await run(['apt-get', '--print-uris', 'update'])).stdout)
  if (distribution.id !== 'debian' || mirror === undefined) throw failure('this needs a mirror of Debian, which this distribution does not name')
  const archive = join(cacheFolder(), 'base', `${SUITE}-slim-1.tar`)
  if (await isIntact(archive)) return archive
  await installPackages('Base image', [['debootstrap']])
  mkdirSync(join(cacheFolder(), 'base'), { recursive: true })
  const part = `${archive}.part`
  const why = await makeRootArchive({ suite: SUITE, mirror, archive: part })
  if (why !== undefined) throw failure(why)
  writeFileSync(`${archive}.sha256`, await hashOf(part))
  renameSync(part, archive)
  return archive
}

async function importImage(archive, env) {
  const changes = ['CMD ["bash"]', 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin']
  const result = await run(['docker', 'import', ...changes.flatMap((change) => ['--change', change]), archive, IMAGE], { env })
  if (result.code !== 0) throw failure(lastLines(result.output))
}

async function isIntact(archive) {
  if (!existsSync(archive) || !existsSync(`${archive}.sha256`)) return false
  if (readFileSync(`${archive}.sha256`, 'utf8') === (await hashOf(archive))) return true
  rmSync(archive)
  return false
}

async function hashOf(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function failure(why) {
  return new SetupFailure({
    what: `The base image ${IMAGE} could not be had.`,
    why,
    todo: 'check the connection to the image registry and to the Debian mirror, then run the command again.',
  })
}
