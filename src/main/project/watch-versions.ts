import type { CardLook } from '../../core/card/card'
import { worthProbing } from '../../core/card/verdict'
import { wishOf } from '../../core/card/wish'
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
  let proving = false

  const say = async (project: Project, looked: ComputerLooked | null): Promise<void> => {
    const card = (variant: Variant) => {
      const wish = wishOf(variant)
      return wish && looked ? looks.groundFor(looked, wish) : null
    }
    hub.say({ type: 'variants', variants: await variantStatuses(project, { link: link(), card }) })
  }
  const look = async (project: Project): Promise<ComputerLooked | null> => (project.variants.some(wishOf) ? looks.look(link()) : null)
  const prove = async (project: Project, looked: ComputerLooked, which: readonly Variant[]): Promise<void> => {
    const engine = link()
    if (proving || !engine) return
    proving = true
    try {
      for (const variant of which) {
        const wish = wishOf(variant)
        if (!wish || !worthProbing(wish, { ...looked.ground, probe: { kind: 'not-tried' } })) continue
        await looks.prove(looked, { wish, images: [variant.image, ...project.variants.map((v) => v.image)] }, engine)
      }
    } finally {
      proving = false
    }
    await say(project, looked)
  }
  const project = (): Project | null => {
    const state = hub.state().project
    return state.kind === 'usable' ? state.project : null
  }

  hub.listen(({ change }) => {
    if (change.type !== 'operation-ended' || change.outcome.kind !== 'failed' || change.outcome.problem.failure.kind !== 'no-graphics-card') return
    // What Docker said to a start is as good as what it says to a test package.
    const said = change.outcome.problem.evidence.join('\n')
    const variant = project()?.variants.find((v) => v.id === hub.state().history[0]?.variant)
    void learn(variant, said)
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
      if (looked && due.length > 0 && hub.state().operation === null) void prove(open, looked, due).catch(() => undefined)
    },
    async checkCard(id) {
      const open = project()
      const variant = open?.variants.find((v) => v.id === id)
      const looked = open && variant ? await look(open) : null
      if (!open || !variant || !looked) return null
      await prove(open, looked, [variant])
      await say(open, looked)
      return hub.state().variants.find((v) => v.id === id)?.card ?? null
    },
  }
}
