import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { Build, LineCount, LogPart } from '../core/build/build'
import type { CardLook } from '../core/card/card'
import type { Found } from '../core/build/find-lines'
import type { Comparison } from '../core/check/report/compare'
import type { Problem } from '../core/failure/failure'
import type { Usage } from '../core/health/health'
import type { PanelEvent, PanelState } from '../core/panel/panel'

/** What the window gets first, then event by event; a late window starts with a snapshot too. */
export type Announcement = { readonly type: 'snapshot'; readonly state: PanelState } | { readonly type: 'event'; readonly event: PanelEvent }

/** An operation was taken on, or why not. */
export type Accepted = { readonly kind: 'accepted'; readonly id: string } | { readonly kind: 'refused'; readonly problem: Problem }

/** A tried photo: the picture as PNG bytes with seconds and device, or why there is none. */
export type TryResult =
  | { readonly kind: 'portrait'; readonly png: Uint8Array; readonly seconds: number; readonly device: string }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** Where a file went, or that the person changed their mind. */
export type Saved = { readonly kind: 'saved'; readonly path: string } | { readonly kind: 'not-saved' }

/** How the saving of something large goes on, from 0 to 1, and how it ended. */
export type Saving = { readonly kind: 'saving'; readonly share: number } | Saved | { readonly kind: 'not-written'; readonly why: string }

/** What this panel is, for the Settings screen. */
export interface About {
  readonly version: string
  readonly electron: string
  readonly platform: string
  readonly folder: string
}

const variant = z.object({ variant: z.string().min(1).max(64) })
const photo = z.object({
  bytes: z.instanceof(Uint8Array).refine((b) => b.byteLength <= 50 * 1024 * 1024, 'larger than 50 MB'),
  name: z.string().max(255),
  format: z.enum(['passport', 'us-2x2', 'portrait']),
  background: z.enum(['white', 'grey', 'transparent']),
})
const png = z.object({ bytes: z.instanceof(Uint8Array), name: z.string().max(255) })
const links = [
  ...(['app', 'app-docs', 'docker-desktop', 'docker-linux', 'docker-group', 'compose-plugin', 'nvidia-toolkit', 'nvidia-driver'] as const),
  ...(['amd-driver', 'intel-driver', 'driver-debian', 'driver-fedora', 'driver-arch', 'driver-suse'] as const),
]

const buildId = z.object({ build: z.string().max(64) })
const position = z.number().int().min(0)
const step = z.string().max(128)
const place = z.union([
  z.object({ kind: z.literal('last'), lines: z.number().int().min(1).max(10_000), before: position.optional(), step: step.optional() }),
  z.object({ kind: z.literal('step'), step }),
])

const term = { text: z.string().max(1000), kind: z.enum(['text', 'regex']), skip: position.optional(), only: z.literal('first').optional() }
const messages = variant.extend({ wanted: z.enum(['everything', 'warnings']) })

const address = z.object({
  port: z.number().int().min(1024).max(65_535).nullable().optional(),
  who: z.enum(['this-computer', 'network']).nullable().optional(),
})

/** Every request and announcement between a carrier (window, headless command, test) and the main process. */
export const contract = {
  about: oc.output(type<About>()),
  watch: oc.output(eventIterator(type<Announcement>())),
  /** The use of the machine once a second; measured only for as long as somebody listens. */
  usage: oc.output(eventIterator(type<Usage | null>())),
  build: oc.input(variant).output(type<Accepted>()),
  start: oc.input(variant).output(type<Accepted>()),
  /** Stops a running version and starts it again; an operation of the kind `start` with the stage `stop-old` first. */
  restart: oc.input(variant).output(type<Accepted>()),
  /** Starts the last package of a version that became ready here, in place of one that does not; an operation of the kind `start`. */
  startLastGood: oc.input(variant).output(type<Accepted>()),
  stop: oc.output(type<Accepted>()),
  /** Stops a version that runs beside another one; an operation of the kind `stop`. */
  stopVersion: oc.input(variant.extend({ beside: variant.shape.variant })).output(type<Accepted>()),
  /** Lets a paused app go on. */
  goOn: oc.output(type<void>()),
  /** Looks again whether the chosen card computes. */
  proveDevice: oc.output(type<void>()),
  switchTo: oc.input(variant).output(type<Accepted>()),
  /** `only` names checks, separated by commas; without it all of them run. */
  verify: oc.input(variant.extend({ only: z.string().max(500).optional() })).output(type<Accepted>()),
  /** Gives the folders with photos to the app's own user and checks them again; an operation of the kind `verify`. */
  repairFolders: oc.input(variant).output(type<Accepted>()),
  /** Saves the report of the checks; `earlier` is the JSON of one to compare with. */
  saveReport: oc.input(z.object({ earlier: z.string().max(20_000_000).optional() })).output(type<Saved>()),
  /** What changed since an earlier report, given as its JSON; null where it is none. */
  compareReport: oc.input(z.object({ earlier: z.string().max(20_000_000) })).output(type<Comparison | null>()),
  /** Lets the next action go on although another panel, by its lock's token, says that it works on this project. */
  takeOver: oc.input(z.object({ token: z.string().min(1).max(64) })).output(type<void>()),
  cancel: oc.input(z.object({ id: z.string().max(64) })).output(type<void>()),
  choose: oc.input(variant).output(type<void>()),
  checkAgain: oc.output(type<void>()),
  /** Looks again at all that a version's card needs, a test package included; null for a version without a card. */
  checkCard: oc.input(variant).output(type<CardLook | null>()),
  startEngine: oc.output(type<Accepted>()),
  dismissNotice: oc.output(type<void>()),
  /** An ended build as its files tell it; null where it is not on disk any more. */
  replayBuild: oc.input(buildId).output(type<Build | null>()),
  /** A part of a build's log from a byte position of its records, and where wanted not beyond another. */
  readLog: oc.input(buildId.extend({ from: position, to: position.optional() })).output(type<LogPart>()),
  /** The byte position where the last lines of a log begin, of everything or of one step, or where a step's output begins. */
  logPlace: oc.input(buildId.extend({ place })).output(type<number>()),
  /** How many lines a log has from a byte position on, of everything or of one step. */
  countLog: oc.input(buildId.extend({ from: position, step: step.optional() })).output(type<LineCount>()),
  /** Lines of a whole log that hold a text or match an expression: how many, and a thousand of them. */
  findInLog: oc.input(buildId.extend({ ...term, step: step.optional() })).output(type<Found>()),
  /** Asks for a place and saves the whole log there; breaking off leaves nothing. */
  saveLog: oc.input(z.object({ build: z.string().max(64) })).output(eventIterator(type<Saving>())),
  /** A part of what a version's app has written, as it is kept, from a position on and where wanted not beyond another. */
  readMessages: oc.input(messages.extend({ from: position, to: position.optional() })).output(type<LogPart>()),
  /** The position where the last so many messages begin, before a position or before the end. */
  messagesPlace: oc.input(messages.extend({ lines: z.number().int().min(1).max(10_000), before: position.optional() })).output(type<number>()),
  /** The length of the messages as soon as it is beyond a position, or what it is after some seconds. */
  messagesGrown: oc.input(variant.extend({ from: position })).output(type<number>()),
  countMessages: oc.input(messages.extend({ from: position })).output(type<LineCount>()),
  findInMessages: oc.input(messages.extend(term)).output(type<Found>()),
  saveMessages: oc.input(variant).output(eventIterator(type<Saving>())),
  tryPhoto: oc.input(photo).output(type<TryResult>()),
  savePicture: oc.input(png).output(type<Saved>()),
  openLink: oc.input(z.object({ link: z.enum(links) })).output(type<void>()),
  copy: oc.input(z.object({ text: z.string().max(10_000_000) })).output(type<void>()),
  /** Moves the app to another address by a file of the panel's own; a running app is started again there. */
  setAddress: oc.input(address).output(type<Accepted>()),
  /** Remembers that this very project, by the hash of its effective configuration, may do what it asks for. */
  consent: oc.input(z.object({ consent: z.string().min(1).max(128) })).output(type<void>()),
  setSettings: oc
    .input(
      z.object({
        openWhenReady: z.boolean().optional(),
        checkAfterBuild: z.boolean().optional(),
        notifications: z.boolean().optional(),
        background: z.boolean().optional(),
        startAtLogin: z.boolean().optional(),
        appearance: z.enum(['auto', 'light', 'dark']).optional(),
        withoutPause: z.boolean().optional(),
      }),
    )
    .output(type<void>()),
}
