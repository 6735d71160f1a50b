import { IconChevronDown, IconChevronUp, IconRegex, IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { findWords } from '../../../core/build/find-place'
import { isHeld } from '../../shell/modifier'
import { Icon } from '../Icon'
import { IconButton } from '../IconButton'
import type { Find } from './use-find'
import classes from './FindBox.module.css'

/** Finds text in the log: counts, next with Enter, previous with Shift Enter, Escape puts it away. */
export function FindBox({ find }: { readonly find: Find }) {
  const field = useRef<HTMLInputElement>(null)
  const { term, finding } = find

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || !isHeld(event) || event.shiftKey || event.key.toLowerCase() !== 'f') return
      event.preventDefault()
      field.current?.select()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') find.stop()
    else if (event.key !== 'Enter' || term.text === '') return
    else find.move(event.shiftKey ? -1 : 1)
    event.preventDefault()
  }
  return (
    <div className={classes.find} data-finding={term.text !== '' || undefined}>
      <Icon of={IconSearch} size={14} />
      <input
        ref={field}
        className={classes.field}
        type="text"
        aria-label="Find in log"
        placeholder="Find in log"
        spellCheck={false}
        maxLength={1000}
        value={term.text}
        onFocus={find.prepare}
        onChange={(event) => find.look({ ...term, text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        // A drawer around it stays open as long as there is something to put away here.
        data-mantine-stop-propagation={term.text !== ''}
      />
      {term.text === '' ? null : (
        <>
          <span className={classes.count} role="status">
            {findWords(finding)}
          </span>
          <span className={classes.kind} data-on={term.kind === 'regex' || undefined}>
            <IconButton
              icon={IconRegex}
              label={term.kind === 'regex' ? 'Find words as they are' : 'Find with a regular expression'}
              onClick={() => find.look({ ...term, kind: term.kind === 'regex' ? 'text' : 'regex' })}
              size={16}
            />
          </span>
          {finding.kind === 'bad' ? null : (
            <>
              <IconButton icon={IconChevronUp} label="Previous" onClick={() => find.move(-1)} size={16} />
              <IconButton icon={IconChevronDown} label="Next" onClick={() => find.move(1)} size={16} />
            </>
          )}
          <IconButton icon={IconX} label="Stop finding" onClick={find.stop} size={16} />
        </>
      )}
    </div>
  )
}
