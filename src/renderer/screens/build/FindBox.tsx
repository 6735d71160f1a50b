import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from '../../kit/Icon'
import { IconButton } from '../../kit/IconButton'
import type { Finder, Found } from '../../kit/terminal/finder'
import { isHeld } from '../../shell/modifier'
import classes from './FindBox.module.css'

interface FindBoxProps {
  readonly finder: Finder | null
  readonly term: string
  readonly onTerm: (term: string) => void
}

/** Finds text in the log: counts, next with Enter, previous with Shift Enter, Escape puts it away. */
export function FindBox({ finder, term, onTerm }: FindBoxProps) {
  const [found, setFound] = useState<Found | null>(null)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => finder?.onFound(setFound), [finder])
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || !isHeld(event) || event.shiftKey || event.key.toLowerCase() !== 'f') return
      event.preventDefault()
      field.current?.select()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  const search = (next: string) => {
    onTerm(next)
    if (next !== '') return finder?.next(next)
    setFound(null)
    return finder?.clear()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') search('')
    else if (event.key !== 'Enter' || term === '') return
    else if (event.shiftKey) finder?.previous(term)
    else finder?.next(term)
    event.preventDefault()
  }
  return (
    <div className={classes.find}>
      <Icon of={IconSearch} size={14} />
      <input
        ref={field}
        className={classes.field}
        type="text"
        aria-label="Find in log"
        placeholder="Find in log"
        spellCheck={false}
        value={term}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {term === '' ? null : (
        <>
          <span className={classes.count} role="status">
            {countWords(found)}
          </span>
          <IconButton icon={IconChevronUp} label="Previous" onClick={() => finder?.previous(term)} size={16} />
          <IconButton icon={IconChevronDown} label="Next" onClick={() => finder?.next(term)} size={16} />
          <IconButton icon={IconX} label="Stop finding" onClick={() => search('')} size={16} />
        </>
      )}
    </div>
  )
}

function countWords(found: Found | null): string {
  if (!found || found.count === 0) return 'Not found'
  if (found.more) return 'over 1,000'
  return found.shown === null ? `${found.count}` : `${found.shown} of ${found.count}`
}
