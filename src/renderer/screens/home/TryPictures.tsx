import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { duration } from '../../../core/words/duration'
import { Button } from '../../kit/Button'
import { Ring } from '../../kit/Ring'
import { ProblemCard } from '../../problem/ProblemCard'
import { useClient } from '../../state/client-context'
import { useNow } from '../../state/use-now'
import type { Portrait, Try, TryOptions } from './try-photo'
import classes from './TryIt.module.css'

interface TryPicturesProps {
  readonly now: Exclude<Try, { kind: 'idle' }>
  readonly options: TryOptions
  readonly onChoose: () => void
  readonly onAgain: () => void
  readonly onClear: () => void
}

/** The photo and its portrait side by side, with what can be done next. */
export function TryPictures({ now, options, onChoose, onAgain, onClear }: TryPicturesProps) {
  const portrait = now.kind === 'done' ? now.portrait : now.kind === 'working' ? now.before : null
  const other = portrait !== null && (portrait.options.format !== options.format || portrait.options.background !== options.background)
  return (
    <>
      <div className={classes.pictures}>
        <Picture caption="Your photo" address={now.photo?.address ?? null} words={`Your photo, ${now.photo?.name ?? ''}`} />
        {now.kind === 'failed' ? <ProblemCard problem={now.problem} rank="beside" /> : null}
        <figure className={classes.figure} hidden={now.kind === 'failed'}>
          <div className={`${classes.frame} ${portrait?.options.background === 'transparent' ? classes.checker : ''}`}>
            {portrait ? <img className={now.kind === 'working' || other ? classes.old : classes.image} src={portrait.address} alt="The portrait" /> : null}
            {now.kind === 'working' ? <Working since={now.since} /> : null}
          </div>
          <figcaption className={classes.caption}>
            {now.kind === 'done' && !other ? `Portrait, made in ${duration(portrait?.seconds ?? 0)} on the ${deviceName(portrait)}` : 'Portrait'}
          </figcaption>
        </figure>
      </div>
      <div className={classes.actions}>
        {now.kind === 'done' && !other ? <SaveButton portrait={now.portrait} name={now.photo.name} /> : null}
        {other || now.kind === 'failed' ? (
          <Button onClick={onAgain} {...(now.kind === 'working' ? { unavailable: 'One is being made' } : {})}>
            {now.kind === 'failed' ? 'Try again' : 'Make it again like this'}
          </Button>
        ) : null}
        <Button onClick={onChoose}>Choose another photo</Button>
        <Button look="quiet" onClick={onClear}>
          Close
        </Button>
      </div>
    </>
  )
}

function Picture({ caption, address, words }: { readonly caption: string; readonly address: string | null; readonly words: string }) {
  const [unseen, setUnseen] = useState<string | null>(null)
  return (
    <figure className={classes.figure}>
      <div className={classes.frame}>
        {address === null || unseen === address ? (
          <span className={classes.second}>This kind of picture cannot be shown here</span>
        ) : (
          <img className={classes.image} src={address} alt={words} onError={() => setUnseen(address)} />
        )}
      </div>
      <figcaption className={classes.caption}>{caption}</figcaption>
    </figure>
  )
}

function Working({ since }: { readonly since: number }) {
  const now = useNow()
  return (
    <span className={classes.working}>
      <Ring size={18} />
      Making the portrait, {duration(Math.max(1, Math.floor((now - since) / 1000)))}
    </span>
  )
}

function SaveButton({ portrait, name }: { readonly portrait: Portrait; readonly name: string }) {
  const client = useClient()
  const [path, setPath] = useState<string | null>(null)
  const save = async () => {
    const saved = await client.savePicture({ bytes: portrait.bytes, name: `${name.replace(/\.[^.]*$/, '')}-portrait.png` })
    if (saved.kind === 'saved') setPath(saved.path)
  }
  return (
    <>
      <Button before={IconDownload} onClick={() => void save()}>
        Save the portrait
      </Button>
      {path === null ? null : (
        <span className={classes.saved} role="status">
          Saved as {path}
        </span>
      )}
    </>
  )
}

function deviceName(portrait: Portrait | null): string {
  return portrait === null || portrait.device === 'cpu' ? 'processor' : 'graphics card'
}
