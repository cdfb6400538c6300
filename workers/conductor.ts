import './trusted-types'
import * as Comlink from 'comlink'
import type { Client } from '../src/core/client'
import { faultOf } from '../src/core/fault'
import { device } from './conductor/asked-device'
import { exports } from './conductor/asked-exports'
import { photos } from './conductor/asked-photos'
import { projects } from './conductor/asked-projects'
import { records } from './conductor/asked-records'
import { doors, listenToTabs } from './conductor/doors'
import { watchService } from './conductor/refusals'
import { goRounds } from './conductor/retention'
import { news, opened } from './conductor/studio'

/** The one worker that the page speaks with: joins store, vault and engine, and sends the other workers out. */
const client: Client = { ...doors, ...projects, ...photos, ...exports, ...records, ...device }

listenToTabs()
goRounds()
watchService(() => opened()?.then(({ cabinet }) => cabinet) ?? null)

/** Faults cross the worker boundary as their message, which `faultOf` reads again. */
addEventListener('unhandledrejection', (event) => news.tell({ notice: faultOf(event.reason) }))
Comlink.expose(client)
