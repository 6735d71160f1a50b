import { mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const STORED = 0
const UNIX = 3
const IS_LINK = 0o120000

/**
 * Unpacks chosen entries of a zip file below 4 GB.
 * @param {string} zip the file
 * @param {string} folder where the entries go
 * @param {(name: string) => string | undefined} place an entry's path below the folder, or undefined to leave it out
 */
export async function unzip(zip, folder, place) {
  const file = await open(zip)
  try {
    for (const entry of readDirectory(await readTail(file))) {
      const path = place(entry.name)
      if (path === undefined || entry.name.endsWith('/')) continue
      const target = join(folder, path)
      if (!target.startsWith(folder + sep)) throw new Error(`the zip file names a path outside its folder: ${entry.name}`)
      if ((entry.mode & 0o170000) === IS_LINK) throw new Error(`the zip file holds a link: ${entry.name}`)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, await readEntry(file, entry), { mode: entry.mode & 0o777 || 0o644 })
    }
  } finally {
    await file.close()
  }
}

/** The entries that a zip file's central directory lists. */
export function readDirectory(directory) {
  const entries = []
  for (let at = 0; at + 46 <= directory.length;) {
    const nameLength = directory.readUInt16LE(at + 28)
    const unix = directory.readUInt8(at + 5) === UNIX
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      size: directory.readUInt32LE(at + 20),
      mode: unix ? directory.readUInt16LE(at + 40) : 0o644,
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function readTail(file) {
  const { size } = await file.stat()
  // The end record is 22 bytes and a comment of at most 65,535.
  const tail = await readAt(file, Math.max(0, size - 65557), Math.min(size, 65557))
  let at = tail.length - 22
  while (at >= 0 && tail.readUInt32LE(at) !== END_OF_DIRECTORY) at -= 1
  if (at < 0) throw new Error('this is no zip file')
  return readAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12))
}

async function readEntry(file, entry) {
  const header = await readAt(file, entry.offset, 30)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = await readAt(file, start, entry.size)
  return entry.method === STORED ? packed : inflateRawSync(packed)
}

async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length)
  await file.read(buffer, 0, length, position)
  return buffer
}
