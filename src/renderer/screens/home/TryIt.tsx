import { IconPhotoUp } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../kit/Button'
import { Icon } from '../../kit/Icon'
import text from '../../kit/text.module.css'
import { ProblemCard } from '../../problem/ProblemCard'
import { TryPickers } from './TryPickers'
import { TryPictures } from './TryPictures'
import { usePhotoDrop } from './use-photo-drop'
import { useTryPhoto } from './use-try-photo'
import classes from './TryIt.module.css'

/** A photo in, a portrait out: the first success happens here, without leaving the panel. */
export function TryIt() {
  const { now, options, setOptions, take, again, clear } = useTryPhoto()
  const over = usePhotoDrop(take)
  const input = useRef<HTMLInputElement>(null)
  const section = useRef<HTMLElement>(null)
  const choose = () => input.current?.click()
  useEffect(() => {
    if (now.kind !== 'idle') section.current?.scrollIntoView({ block: 'nearest' })
  }, [now.kind])
  return (
    <section ref={section} className={classes.section} aria-label="Try it">
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label="Photo to try"
        tabIndex={-1}
        className={text.hidden}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) take(file)
          event.target.value = ''
        }}
      />
      {now.kind === 'idle' || (now.kind === 'failed' && now.photo === null) ? (
        <div className={`${classes.strip} ${over ? classes.over : ''}`}>
          <Icon of={IconPhotoUp} size={22} />
          <div className={classes.words}>
            <h3 className={classes.title}>Try it with a photo</h3>
            <p className={classes.second}>{over ? 'Let go to make a portrait of it.' : 'Drop one here, or choose it. It stays on this computer.'}</p>
          </div>
          <Button onClick={choose}>Choose a photo</Button>
        </div>
      ) : (
        <div className={`${classes.open} ${over ? classes.over : ''}`}>
          <div className={classes.head}>
            <h3 className={classes.title}>Try it</h3>
            <TryPickers options={options} onChange={setOptions} />
          </div>
          <TryPictures now={now} options={options} onChoose={choose} onAgain={again} onClear={clear} />
        </div>
      )}
      {now.kind === 'failed' && now.photo === null ? (
        <div className={classes.problem}>
          <ProblemCard problem={now.problem} rank="beside" onDismiss={clear} />
        </div>
      ) : null}
    </section>
  )
}
