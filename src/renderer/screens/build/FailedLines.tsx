import { useEffect, useRef } from 'react'
import type { FileExcerpt } from '../../../core/build/file-excerpt'
import text from '../../kit/text.module.css'
import classes from './FailedLines.module.css'

/** The lines of the Dockerfile around the instruction that failed, with their numbers, under the log. */
export function FailedLines({ excerpt }: { readonly excerpt: FileExcerpt }) {
  const lines = useRef<HTMLOListElement>(null)
  const marked = excerpt.lines.filter((line) => line.marked).map((line) => line.number)
  const [first, last] = [marked[0] ?? 0, marked.at(-1) ?? 0]
  useEffect(() => {
    const place = lines.current?.querySelector<HTMLElement>('[data-marked]')
    if (lines.current && place) lines.current.scrollTop = place.offsetTop - place.offsetHeight
  }, [excerpt])
  return (
    <figure className={classes.excerpt}>
      <figcaption className={classes.caption}>
        {excerpt.file}, {first === last ? `line ${first}` : `lines ${first} to ${last}`}
      </figcaption>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long lines have to be scrolled by keys too */}
      <ol ref={lines} className={classes.lines} tabIndex={0} aria-label={`Lines of ${excerpt.file}`}>
        {excerpt.lines.map((line) => (
          <li key={line.number} className={classes.line} data-marked={line.marked || undefined}>
            <span className={classes.number}>
              <span className={text.hidden}>{line.marked ? 'Failed, line ' : 'Line '}</span>
              {line.number}
            </span>
            <span className={classes.sign} aria-hidden>
              {line.marked ? '>' : ''}
            </span>
            <code>{line.text}</code>
          </li>
        ))}
      </ol>
    </figure>
  )
}
