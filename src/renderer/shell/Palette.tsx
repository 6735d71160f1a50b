import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { Icon } from '../kit/Icon'
import { nextOf } from '../kit/next-of'
import { usePanel } from '../state/panel-store'
import { showPalette, useUi } from '../state/ui-store'
import { modifierName } from './modifier'
import { findEntries, paletteEntries, type PaletteEntry } from './palette-entries'
import { useDoEntry } from './use-do-entry'
import classes from './Palette.module.css'

/** The search for actions, opened by Ctrl K: sentences that do what they say. */
export function Palette() {
  const open = useUi((s) => s.palette)
  return (
    <Modal.Root
      opened={open}
      onClose={() => showPalette(false)}
      size={560}
      yOffset={96}
      lockScroll={false}
      classNames={{ content: classes.content ?? '', overlay: classes.overlay ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content radius={14} aria-label="Search actions">
        {open ? <Search /> : null}
      </Modal.Content>
    </Modal.Root>
  )
}

function Search() {
  const state = usePanel((s) => s)
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const doEntry = useDoEntry()
  const found = findEntries(paletteEntries(state), search)
  const chosen = found[Math.min(at, found.length - 1)]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && chosen) doEntry(chosen)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setAt(nextOf(event.key, found.indexOf(chosen ?? noEntry), found.length) ?? 0)
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={classes.search}>
        <Icon of={IconSearch} size={18} />
        <input
          data-autofocus
          className={classes.field}
          type="text"
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={chosen ? optionId(chosen) : undefined}
          aria-label="Search actions"
          placeholder="What do you want to do?"
          spellCheck={false}
          value={search}
          onChange={(event) => (setSearch(event.currentTarget.value), setAt(0))}
          onKeyDown={onKeyDown}
        />
      </div>
      {found.length === 0 ? <p className={classes.none}>Nothing by that name. Try another word.</p> : null}
      <ul id="palette-list" className={classes.list} role="listbox" aria-label="Actions" hidden={found.length === 0}>
        {found.map((entry) => (
          <Option key={entry.label} entry={entry} chosen={entry === chosen} onPress={() => doEntry(entry)} />
        ))}
      </ul>
    </>
  )
}

interface OptionProps {
  readonly entry: PaletteEntry
  readonly chosen: boolean
  readonly onPress: () => void
}

function Option({ entry, chosen, onPress }: OptionProps) {
  const off = entry.unavailable !== undefined
  return (
    <li
      id={optionId(entry)}
      className={classes.option}
      role="option"
      aria-selected={chosen}
      aria-disabled={off || undefined}
      onClick={onPress}
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' })
      }}
    >
      <span className={classes.label}>{entry.label}</span>
      {off ? <span className={classes.reason}>{entry.unavailable}</span> : null}
      {!off && entry.keys ? (
        <kbd className={classes.key}>
          {modifierName} {entry.keys}
        </kbd>
      ) : null}
    </li>
  )
}

const noEntry: PaletteEntry = { label: '', deed: { kind: 'check-again' }, also: '' }

function optionId(entry: PaletteEntry): string {
  return `palette-${entry.label.replace(/\W+/g, '-').toLowerCase()}`
}
