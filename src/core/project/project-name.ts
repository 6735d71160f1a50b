/** The name Compose would make from a folder's name; empty where nothing is left of it. */
export function composeName(folder: string): string {
  const last =
    folder
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .at(-1) ?? ''
  return last
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '')
}

/** A name for the project in a folder that is never empty: Compose's own, or one made from the whole path. */
export function projectName(folder: string): string {
  return composeName(folder) || `project-${fingerprint(folder)}`
}

// FNV-1a over UTF-16 units: short, stable, and no secret.
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(36)
}
