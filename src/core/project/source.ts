import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments, type Node } from 'yaml'

/** A project file as text shows it before Compose is asked; only for what must be known before, never instead of Compose. */
export interface Source {
  /** One plain value a document; what an alias stands for is shared, not copied. */
  readonly roots: readonly unknown[]
  readonly danger: Danger | null
}

/** Why a file is not handed to Compose at all. */
export type Danger = 'grows' | 'too-deep' | 'circular'

const MOST_NODES = 200_000
const MOST_DEPTH = 200

/** Reads a project file without writing out its aliases: linear in the length of the text. */
export function readSource(text: string): Source {
  try {
    const documents = parseAllDocuments(text, { strict: false, uniqueKeys: false, logLevel: 'silent', prettyErrors: false })
    const reader = new Reader()
    const roots = (Array.isArray(documents) ? documents : []).map((d) => reader.value(d.contents as Node | null, 0).plain)
    return { roots, danger: reader.danger }
  } catch (error) {
    if (error instanceof RangeError) return { roots: [], danger: 'too-deep' }
    throw error
  }
}

interface Value {
  readonly plain: unknown
  /** How many values it would be with all aliases written out. */
  readonly size: number
}

const NOTHING: Value = { plain: null, size: 1 }

class Reader {
  danger: Danger | null = null
  private readonly anchors = new Map<string, Value | 'open'>()

  value(node: unknown, depth: number): Value {
    if (depth > MOST_DEPTH) this.danger = 'too-deep'
    if (this.danger) return NOTHING
    if (isAlias(node)) return this.alias(node.source)
    const anchor = (node as { readonly anchor?: string } | null)?.anchor
    if (anchor) this.anchors.set(anchor, 'open')
    const read = this.written(node, depth)
    if (read.size > MOST_NODES) this.danger = 'grows'
    if (anchor) this.anchors.set(anchor, read)
    return read
  }

  private alias(name: string): Value {
    const known = this.anchors.get(name)
    if (known === 'open') this.danger = 'circular'
    return known === undefined || known === 'open' ? NOTHING : known
  }

  private written(node: unknown, depth: number): Value {
    if (isSeq(node)) {
      const items = node.items.map((item) => this.value(item, depth + 1))
      return { plain: items.map((i) => i.plain), size: sum(items) }
    }
    if (isMap(node)) return this.map(node.items, depth)
    if (isPair(node)) return this.map([node], depth)
    return { plain: isScalar(node) ? node.value : null, size: 1 }
  }

  private map(pairs: readonly unknown[], depth: number): Value {
    const merged: [string, unknown][] = []
    const own: [string, unknown][] = []
    const sizes: Value[] = []
    for (const pair of pairs) {
      if (!isPair(pair)) continue
      const key = keyOf(pair.key)
      const read = this.value(pair.value, depth + 1)
      sizes.push(read)
      if (key === '<<') merged.push(...[read.plain].flat().flatMap((m) => (m && typeof m === 'object' ? Object.entries(m) : [])))
      else own.push([key, read.plain])
    }
    return { plain: Object.fromEntries([...merged.reverse(), ...own]), size: sum(sizes) }
  }
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : ''
}

function sum(values: readonly Value[]): number {
  return values.reduce((total, { size }) => total + size, 1)
}
