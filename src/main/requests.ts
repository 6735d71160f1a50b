import { implement } from '@orpc/server'
import { explain } from '../core/failure/explain'
import { compareReports } from '../core/check/report/compare'
import { readReport } from '../core/check/report/report'
import { variantIn, type Recipe } from './operations/tools'
import { contract, type Accepted } from '../shared/contract'
import { announcements } from './announcements'
import { isBuild } from './builds/build-folder'
import { countLog } from './builds/count-lines'
import { findInLog } from './builds/find-in-log'
import { logPlace } from './builds/log-place'
import { readLog } from './builds/read-log'
import { replayBuild } from './builds/replay-build'
import { saveLog } from './builds/save-log'
import type { Desktop } from './desktop'
import { giveUpOn } from './engine/lock'
import { startInstalledDocker } from './engine/installed'
import { panelFolder } from './files/panel-folder'
import { findInMessages } from './messages/find-messages'
import { messageStore } from './messages/message-store'
import { countMessages, messagePart, messagesPlace } from './messages/read-messages'
import { saveMessages } from './messages/save-messages'
import { buildImages } from './operations/build-images'
import { moveAddress } from './operations/move-address'
import { repairFolders } from './operations/repair-folders'
import { restart } from './operations/restart'
import { startLastGood } from './operations/start-last-good'
import { start } from './operations/start'
import { stop } from './operations/stop'
import { stopVersion } from './operations/stop-version'
import { switchTo } from './operations/switch'
import { verify } from './operations/verify'
import type { Panel } from './panel'
import { tryWatched } from './photo/try-watched'
import { reportNow } from './reports/report-files'
import { saveReport } from './reports/save-report'
import type { Project, Variant } from '../core/project/project'
import { keepConsent } from './project/consents-kept'
import { linkUrl } from './links'

/** Answers every request of the contract; each is one line or names the verb that does it. */
export function answerRequests(panel: Panel, desktop: Desktop) {
  const os = implement(contract)
  const on = (kind: 'build' | 'start' | 'stop' | 'switch' | 'verify', id: string, recipe: (variant: Variant) => Recipe): Accepted => {
    const { project } = panel.hub.state()
    if (project.kind === 'unusable') return { kind: 'refused', problem: project.problem }
    const known = project.kind === 'usable' ? project.project : null
    const variant = known && variantIn(known, id)
    if (!variant) return { kind: 'refused', problem: unknownVersion(known, id) }
    const answer = panel.operations.begin({ kind, variant: id, recipe: recipe(variant) })
    if (answer.kind === 'accepted' && (kind === 'start' || kind === 'switch')) panel.settings.change({ chosen: id })
    return answer
  }
  return os.router({
    about: os.about.handler(() => ({ version: desktop.version, electron: desktop.runtime, platform: process.platform, folder: panelFolder() })),
    watch: os.watch.handler(async function* ({ signal }) {
      const away = panel.look()
      try {
        yield* announcements(panel.hub, signal ?? new AbortController().signal)
      } finally {
        away()
      }
    }),
    usage: os.usage.handler(({ signal }) => panel.usage.live(signal ?? new AbortController().signal)),
    build: os.build.handler(({ input }) => on('build', input.variant, (v) => (tools, signal) => buildImages(tools, v, signal))),
    start: os.start.handler(({ input }) => on('start', input.variant, (v) => (tools, signal) => start(tools, v, signal))),
    switchTo: os.switchTo.handler(({ input }) => on('switch', input.variant, (v) => (tools, signal) => switchTo(tools, v, signal))),
    verify: os.verify.handler(({ input }) =>
      on('verify', input.variant, (variant) => (tools, signal) => verify(tools, { variant, only: input.only?.split(',') ?? null }, signal)),
    ),
    repairFolders: os.repairFolders.handler(({ input }) => on('verify', input.variant, (v) => (tools, signal) => repairFolders(tools, v, signal))),
    saveReport: os.saveReport.handler(({ input }) => saveReport(panel.hub.state(), desktop, input.earlier === undefined ? null : readReport(input.earlier))),
    compareReport: os.compareReport.handler(({ input }) => {
      const earlier = readReport(input.earlier)
      return earlier && compareReports(earlier, reportNow(panel.hub.state(), { panel: desktop.version, name: '' }))
    }),
    restart: os.restart.handler(({ input }) => on('start', input.variant, (v) => (tools, signal) => restart(tools, v, signal))),
    startLastGood: os.startLastGood.handler(({ input }) => on('start', input.variant, (v) => (tools, signal) => startLastGood(tools, v, signal))),
    stop: os.stop.handler(() => {
      const { app } = panel.hub.state()
      return panel.operations.begin({ kind: 'stop', variant: ('variant' in app && app.variant) || '', recipe: stop })
    }),
    stopVersion: os.stopVersion.handler(({ input }) => on('stop', input.variant, (v) => (tools) => stopVersion(tools, { variant: v, beside: input.beside }))),
    proveDevice: os.proveDevice.handler(() => panel.device.prove()),
    goOn: os.goOn.handler(() => panel.app()?.goOn()),
    takeOver: os.takeOver.handler(({ input }) => giveUpOn(input.token)),
    cancel: os.cancel.handler(({ input }) => panel.operations.cancel(input.id)),
    choose: os.choose.handler(({ input }) => panel.settings.change({ chosen: input.variant })),
    checkAgain: os.checkAgain.handler(async () => {
      await panel.engine.checkAgain()
      await panel.reopen()
    }),
    checkCard: os.checkCard.handler(({ input }) => panel.versions.checkCard(input.variant)),
    startEngine: os.startEngine.handler((): Accepted => {
      panel.hub.say({ type: 'engine', engine: { kind: 'starting', since: Date.now() } })
      void startInstalledDocker()
      return { kind: 'accepted', id: 'engine' }
    }),
    dismissNotice: os.dismissNotice.handler(() => panel.hub.say({ type: 'notice', problem: null })),
    replayBuild: os.replayBuild.handler(({ input }) => (isBuild(input.build) ? replayBuild(input.build) : null)),
    readLog: os.readLog.handler(({ input }) =>
      isBuild(input.build) ? readLog(input.build, input) : { from: input.from, next: input.from, chunks: [], complete: true },
    ),
    logPlace: os.logPlace.handler(({ input }) => (isBuild(input.build) ? logPlace(input.build, input.place) : 0)),
    countLog: os.countLog.handler(({ input }) => (isBuild(input.build) ? countLog(input.build, input) : { lines: 0, next: input.from, complete: true })),
    findInLog: os.findInLog.handler(({ input }) => (isBuild(input.build) ? findInLog(input) : { kind: 'found', total: 0, skip: 0, hits: [] })),
    saveLog: os.saveLog.handler(async function* ({ input, signal }) {
      const path = isBuild(input.build) ? await desktop.choosePlace(`facecraft-build-${input.build}.log`) : null
      if (path === null) yield { kind: 'not-saved' }
      else yield* saveLog(input.build, path, signal ?? new AbortController().signal)
    }),
    readMessages: os.readMessages.handler(({ input }) => messagePart(input)),
    messagesPlace: os.messagesPlace.handler(({ input }) => messagesPlace(input)),
    messagesGrown: os.messagesGrown.handler(({ input }) => messageStore(input.variant).grown(input.from)),
    countMessages: os.countMessages.handler(({ input }) => countMessages(input)),
    findInMessages: os.findInMessages.handler(({ input }) => findInMessages(input)),
    saveMessages: os.saveMessages.handler(async function* ({ input, signal }) {
      const path = await desktop.choosePlace(`facecraft-messages-${input.variant}.log`)
      if (path === null) yield { kind: 'not-saved' }
      else yield* saveMessages(input.variant, path, signal ?? new AbortController().signal)
    }),
    tryPhoto: os.tryPhoto.handler(async ({ input }) => {
      const result = await tryWatched(panel, input)
      if (result.kind === 'portrait') await panel.app()?.readStatus()
      return result
    }),
    savePicture: os.savePicture.handler(({ input }) => desktop.save(input.name, input.bytes)),
    openLink: os.openLink.handler(async ({ input }) => {
      const url = linkUrl(input.link, panel.app()?.base() ?? null)
      if (url !== null) await desktop.openExternal(url)
    }),
    setAddress: os.setAddress.handler(({ input }) => moveAddress(panel, input)),
    consent: os.consent.handler(({ input }) => keepConsent(input.consent)),
    copy: os.copy.handler(({ input }) => desktop.copy(input.text)),
    setSettings: os.setSettings.handler(({ input }) => {
      // What was left out stays as it is.
      panel.settings.change(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)))
    }),
  })
}

function unknownVersion(project: Project | null, wanted: string) {
  return explain({ kind: 'no-such-version', wanted, known: project?.variants.map((v) => v.id) ?? [] }, [])
}
