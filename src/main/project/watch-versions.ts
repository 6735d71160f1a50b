import type { CardLook } from '../../core/card/card'
import { worthProbing } from '../../core/card/verdict'
import { wishOf } from '../../core/card/wish'
import { recognise } from '../../core/failure/recognise'
import type { Project, Variant } from '../../core/project/project'
import { openCardLooks, type ComputerLooked } from '../card/card-looks'
import type { EngineLink } from '../engine/connect'
import type { Hub } from '../hub'
import { variantStatuses } from './variant-statuses'

/** What each version needs and finds on this computer, kept true. */
export interface Versions {
  /** Reads it all again; a test package runs afterwards, where one is due. */
  refresh(): Promise<void>
  /** Looks at a version's card again, the test package included, whatever was kept of earlier ones. */
  checkCard(id: string): Promise<CardLook | null>
}

/** Tells what each version needs and finds, and lets a test package have the last word on cards that should work. */
export function watchVersions(hub: Hub, link: () => EngineLink | null): Versions {
  const looks = openCardLooks()
  let proving: Promise<void> = Promise.resolve()

  const say = async (project: Project, looked: ComputerLooked | null): Promise<void> => {
    const card = (variant: Variant) => {
      const wish = wishOf(variant)
      return wish && looked ? looks.groundFor(looked, wish) : null
    }
    hub.say({ type: 'variants', variants: await variantStatuses(project, { link: link(), card }) })
  }
  const look = async (project: Project): Promise<ComputerLooked | null> => (project.variants.some(wishOf) ? looks.look(link()) : null)
  const tryAll = async (project: Project, looked: ComputerLooked, which: readonly Variant[]): Promise<void> => {
    const engine = link()
    for (const variant of which) {
      const wish = wishOf(variant)
      if (!engine || !wish || !worthProbing(wish, { ...looked.ground, probe: { kind: 'not-tried' } })) continue
      await looks.prove(looked, { wish, images: [variant.image, ...project.variants.map((v) => v.image)] }, engine)
    }
    await say(project, looked)
  }
  // One after the other: a look again never passes for one that a trial under way disturbs.
  const prove = (project: Project, looked: ComputerLooked, which: readonly Variant[]): Promise<void> => {
    proving = proving.then(() => tryAll(project, looked, which)).catch(() => undefined)
    return proving
  }
  const project = (): Project | null => {
    const state = hub.state().project
    return state.kind === 'usable' ? state.project : null
  }

  hub.listen(({ change }) => {
    if (change.type !== 'operation-ended' || change.outcome.kind !== 'failed') return
    // What Docker said to a start, or to a switch that went back, is as good as what it says to a test package.
    const lines = change.outcome.problem.evidence
    if (recognise({ command: 'docker start', code: 1, lines, context: 'start' }).kind !== 'no-graphics-card') return
    const variant = project()?.variants.find((v) => v.id === hub.state().history[0]?.variant)
    void learn(variant, lines.join('\n'))
  })
  const learn = async (variant: Variant | undefined, said: string): Promise<void> => {
    const wish = variant && wishOf(variant)
    const open = project()
    const looked = wish && open ? await look(open) : null
    if (!wish || !open || !looked || !worthProbing(wish, { ...looked.ground, probe: { kind: 'not-tried' } })) return
    looks.keep(looked, wish, { kind: 'refused', said })
    await say(open, looked)
  }

  return {
    async refresh() {
      const open = project()
      if (!open) return
      const looked = await look(open)
      await say(open, looked)
      const due = open.variants.filter((variant) => {
        const wish = wishOf(variant)
        return wish && looked && looks.groundFor(looked, wish).probe.kind === 'not-tried'
      })
      if (looked && due.length > 0 && hub.state().operation === null) void prove(open, looked, due)
    },
    async checkCard(id) {
      const open = project()
      const variant = open?.variants.find((v) => v.id === id)
      const looked = open && variant ? await look(open) : null
      if (!open || !variant || !looked) return null
      await prove(open, looked, [variant])
      return hub.state().variants.find((v) => v.id === id)?.card ?? null
    },
  }
}
