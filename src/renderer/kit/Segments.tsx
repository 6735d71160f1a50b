import { useRef, type KeyboardEvent } from 'react'
import { UnstyledButton } from '@mantine/core'
import { nextOf } from './next-of'
import classes from './Segments.module.css'

interface SegmentsProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

/** One of a few choices in a row, moved by arrow keys like radio buttons. */
export function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>) {
  const group = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const at = options.findIndex((option) => option.value === value)
    const next = options[nextOf(event.key, at, options.length) ?? -1]
    if (!next) return
    event.preventDefault()
    onChange(next.value)
    group.current?.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus()
  }
  return (
    <div ref={group} className={classes.group} role="radiogroup" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
      {options.map((option) => (
        <UnstyledButton
          key={option.value}
          className={classes.option}
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          data-value={option.value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </UnstyledButton>
      ))}
    </div>
  )
}
