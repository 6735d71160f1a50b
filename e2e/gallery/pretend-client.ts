import type { Build } from '../../src/core/build/build'
import type { Wanted } from '../../src/core/messages/kept-line'
import type { PanelState } from '../../src/core/panel/panel'
import type { Accepted, Announcement, TryResult } from '../../src/shared/contract'
import type { PanelClient } from '../../src/renderer/state/client'
import { buildLog } from './states/build-log'
import { onDisk } from './states/earlier-builds'
import { madeUpMessages } from './states/messages'
import { workLog } from './states/work-log'

/** A client without a main process: it shows one state and takes requests without doing anything. */
export function pretend(state: PanelState): PanelClient {
  const accepted = (): Promise<Accepted> => Promise.resolve({ kind: 'accepted', id: 'pretended' })
  const done = () => Promise.resolve()
  const answers = {
    about: () => Promise.resolve({ version: '0.1.0', electron: '45.4.1', platform: 'linux', folder: '/home/anna/.config/facecraft-panel' }),
    watch: (_input: undefined, options: { signal?: AbortSignal }) => Promise.resolve(announce(state, options.signal)),
    build: accepted,
    start: accepted,
    restart: accepted,
    stop: accepted,
    switchTo: accepted,
    verify: accepted,
    repairFolders: accepted,
    saveReport: () => Promise.resolve({ kind: 'saved', path: '/home/anna/Downloads/facecraft-report.html' }),
    compareReport: () =>
      Promise.resolve({
        title: '2 things changed since that report.',
        changes: [
          'Processor: another package, 4d2f00aa1b2c then and 9c31e2f0a1b2 now; what the old report says about it does not hold for this one.',
          'Works without the internet (Processor): passed then, failed now.',
        ],
      }),
    startEngine: accepted,
    cancel: done,
    choose: done,
    checkAgain: done,
    checkCard: ({ variant }: { variant: string }) => Promise.resolve(state.variants.find(({ id }) => id === variant)?.card ?? null),
    dismissNotice: done,
    openLink: done,
    copy: done,
    setSettings: done,
    replayBuild: ({ build }: { build: string }) => Promise.resolve(find(build)),
    readLog: ({ build, from }: { build: string; from: number }) =>
      Promise.resolve(build.startsWith('work-') ? workLog(state.build?.id === build ? state.build : find(build), from) : buildLog(state.build, from)),
    countLog: ({ from }: { from: number }) => Promise.resolve({ lines: 214, next: from, complete: true }),
    findInLog: ({ text }: { text: string }) =>
      Promise.resolve(
        text === '('
          ? { kind: 'bad', why: 'An opening bracket ( has no closing one.' }
          : { kind: 'found', total: 1204, skip: 0, hits: [{ from: 0, nth: 0, text, step: 1 }] },
      ),
    logPlace: () => Promise.resolve(0),
    saveLog: async function* () {
      yield { kind: 'saving', share: 0.43 }
      await new Promise(() => undefined)
    },
    readMessages: ({ from, wanted }: { from: number; wanted: Wanted }) => {
      const text = from > 0 || !wasStarted(state) ? '' : madeUpMessages(wanted)
      return Promise.resolve({ from, next: from + text.length, chunks: text === '' ? [] : [{ step: '', number: 0, at: 0, text }], complete: false })
    },
    messagesPlace: () => Promise.resolve(0),
    countMessages: ({ from }: { from: number }) => Promise.resolve({ lines: 0, next: from, complete: true }),
    messagesGrown: () => new Promise(() => undefined),
    findInMessages: ({ text }: { text: string }) => Promise.resolve({ kind: 'found', total: 12, skip: 0, hits: [{ from: 0, nth: 0, text, step: 0 }] }),
    saveMessages: async function* () {
      yield { kind: 'not-saved' }
    },
    tryPhoto,
    savePicture: () => Promise.resolve({ kind: 'saved', path: '/home/anna/Pictures/portrait.png' }),
  }
  return answers as unknown as PanelClient
}

function find(build: string): Build | null {
  return onDisk[build as keyof typeof onDisk] ?? null
}

function wasStarted({ app }: PanelState): boolean {
  return app.kind !== 'stopped' || app.at !== null
}

async function* announce(state: PanelState, signal?: AbortSignal): AsyncGenerator<Announcement> {
  yield { type: 'snapshot', state }
  await new Promise((resolve) => signal?.addEventListener('abort', resolve))
}

async function tryPhoto(photo: { bytes: Uint8Array<ArrayBuffer>; name: string; background: string }): Promise<TryResult> {
  if (photo.name.startsWith('slow')) return new Promise(() => undefined)
  if (photo.name.startsWith('nobody')) return { kind: 'failed', problem: noFace }
  return { kind: 'portrait', png: await cropped(photo.bytes), seconds: 9.2, device: 'cpu' }
}

const noFace = {
  failure: { kind: 'photo-refused', detail: 'no face', fix: '' },
  title: 'No face was found in this photo',
  why: 'The face has to be seen from the front, and to be at least a fifth of the picture.',
  notLost: 'The photo itself is untouched.',
  fixes: [],
  evidence: [],
} as const

async function cropped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const picture = await createImageBitmap(new Blob([bytes]))
  const canvas = new OffscreenCanvas(413, 531)
  const width = Math.min(picture.width, (picture.height * 413) / 531) * 0.55
  const height = (width * 531) / 413
  canvas.getContext('2d')?.drawImage(picture, (picture.width - width) / 2 - picture.width * 0.04, 0, width, height, 0, 0, 413, 531)
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
}
