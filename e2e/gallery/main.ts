import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '../../src/renderer/App'
import { explainCard, go, previewSwitch, refuse, showActivity, showBuild, showMessages, showPalette, type Screen } from '../../src/renderer/state/ui-store'
import { pretend } from './pretend-client'
import { gallery } from './states/gallery'
import { NOW } from './states/parts'

Object.assign(globalThis, { galleryNames: Object.keys(gallery) })
const asked = new URLSearchParams(location.search)
const shown = gallery[asked.get('state') ?? 'home-stopped']
if (!shown) throw new Error(`no such state; there are ${Object.keys(gallery).join(', ')}`)

// Every picture is taken at the same moment, so that two runs can be compared.
Date.now = () => NOW
go((asked.get('screen') ?? shown.screen ?? 'home') as Screen)
if (asked.get('over') === 'palette') showPalette(true)
if (asked.get('over') === 'activity') showActivity(true)
if (shown.switchTo) previewSwitch(shown.switchTo)
if (shown.earlierBuild) showBuild(shown.earlierBuild)
if (shown.refused) refuse(shown.refused)
if (shown.messages) showMessages(true)
if (shown.card) explainCard(shown.card)

const appearance = asked.get('scheme') === 'dark' ? 'dark' : 'light'
const state = { ...shown.state, settings: { ...shown.state.settings, appearance } } as const
createRoot(document.getElementById('root') as HTMLElement).render(createElement(App, { client: pretend(state) }))
