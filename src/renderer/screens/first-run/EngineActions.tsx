import { IconArrowUpRight } from '@tabler/icons-react'
import { useState } from 'react'
import { assertNever } from '../../../core/assert-never'
import type { EngineState } from '../../../core/engine/engine'
import { Button } from '../../kit/Button'
import { Ring } from '../../kit/Ring'
import { useClient } from '../../state/client-context'
import { useNow } from '../../state/use-now'
import { usePerform } from '../../state/use-perform'
import { duration } from '../../../core/words/duration'
import { dockerFacts } from './docker-facts'
import { platform } from './platform'
import classes from './EngineHelp.module.css'

/** The one thing to do about Docker, and looking again. */
export function EngineActions({ engine }: { readonly engine: EngineState }) {
  const perform = usePerform()
  const { get, link } = dockerFacts[platform()]
  switch (engine.kind) {
    case 'missing':
      return (
        <>
          <div className={classes.actions}>
            <Button look="filled" size="large" after={IconArrowUpRight} onClick={() => perform({ kind: 'open', link })}>
              {get}
            </Button>
            <CheckAgain look="plain" />
          </div>
          <p className={classes.note}>Opens docker.com. This page notices when Docker is there.</p>
        </>
      )
    case 'off':
      return (
        <div className={classes.actions}>
          {engine.canStart ? (
            <Button look="filled" size="large" onClick={() => perform({ kind: 'start-engine' })}>
              Start Docker
            </Button>
          ) : null}
          <CheckAgain look={engine.canStart ? 'plain' : 'filled'} />
        </div>
      )
    case 'forbidden':
      return <WithPage page="Read more" onOpen={() => perform({ kind: 'open', link: 'docker-group' })} />
    case 'no-compose':
      return <WithPage page="Add the missing part" onOpen={() => perform({ kind: 'open', link: 'compose-plugin' })} />
    case 'starting':
      return <StartingSince since={engine.since} />
    case 'running':
    case 'searching':
    case 'lost':
      return null
    default:
      return assertNever(engine)
  }
}

function WithPage({ page, onOpen }: { readonly page: string; readonly onOpen: () => void }) {
  return (
    <div className={classes.actions}>
      <CheckAgain look="filled" />
      <Button size="large" after={IconArrowUpRight} onClick={onOpen}>
        {page}
      </Button>
    </div>
  )
}

function StartingSince({ since }: { readonly since: number }) {
  const now = useNow()
  return (
    <p className={classes.waiting}>
      <Ring size={16} />
      {duration(Math.max(1, Math.floor((now - since) / 1000)))} so far
    </p>
  )
}

function CheckAgain({ look }: { readonly look: 'filled' | 'plain' }) {
  const client = useClient()
  const [looking, setLooking] = useState(false)
  const check = () => {
    setLooking(true)
    void client.checkAgain().finally(() => setLooking(false))
  }
  return (
    <Button look={look} size="large" onClick={check} {...(looking ? { unavailable: 'Looking now' } : {})}>
      {looking ? 'Looking' : 'Check again'}
    </Button>
  )
}
