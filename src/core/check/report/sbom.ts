import { z } from 'zod'

/** The parts inside a package, as they were found there. */
export const partsSchema = z.object({
  debian: z.array(z.object({ name: z.string(), version: z.string(), architecture: z.string() })),
  python: z.array(z.object({ name: z.string(), version: z.string(), licence: z.string() })),
  models: z.array(z.object({ name: z.string(), sha256: z.string() })),
})

/** The parts inside a package. */
export type Parts = z.infer<typeof partsSchema>

/** The package whose parts are listed. */
export interface PartsOf {
  readonly image: string
  readonly digest: string
  readonly panel: string
  readonly now: number
}

/** The list of parts in the open format CycloneDX 1.6, which tools for licences and known weaknesses read. */
export function sbom(parts: Parts, { image, digest, panel, now }: PartsOf): object {
  const hex = digest.replace(/^sha256:/, '')
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    // A number that is the same for the same package, so that two lists of one package are known as one.
    serialNumber: `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    version: 1,
    metadata: {
      timestamp: new Date(now).toISOString(),
      tools: { components: [{ type: 'application', name: 'Facecraft Panel', version: panel }] },
      component: { type: 'container', 'bom-ref': 'package', name: image, version: digest },
    },
    components: unique([
      ...parts.debian.map(({ name, version, architecture }) =>
        part('library', { name, version, purl: `pkg:deb/debian/${name}@${quoted(version)}?arch=${architecture}&distro=debian-13` }),
      ),
      ...parts.python.map(({ name, version, licence }) => ({
        ...part('library', { name, version, purl: `pkg:pypi/${name.toLowerCase().replaceAll(/[_.]+/g, '-')}@${quoted(version)}` }),
        ...(licence === '' ? {} : { licenses: [{ license: { name: licence } }] }),
      })),
      ...parts.models.map(({ name, sha256 }) => ({
        type: 'machine-learning-model',
        'bom-ref': `model:${name}`,
        name,
        hashes: [{ alg: 'SHA-256', content: sha256 }],
      })),
    ]),
  }
}

interface Component {
  readonly type: string
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly purl: string
}

function part(type: string, { name, version, purl }: { readonly name: string; readonly version: string; readonly purl: string }): Component {
  return { type, 'bom-ref': purl, name, version, purl }
}

function quoted(version: string): string {
  return encodeURIComponent(version)
}

function unique<T extends { readonly 'bom-ref': string }>(parts: readonly T[]): readonly T[] {
  return [...new Map(parts.map((one) => [one['bom-ref'], one])).values()]
}
