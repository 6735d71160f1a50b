import { IconArrowUpRight } from '@tabler/icons-react'
import type { Step } from '../../core/card/steps'
import type { LinkId } from '../../core/failure/failure'
import { Button } from './Button'
import { CopyButton } from './CopyButton'
import classes from './Steps.module.css'

interface StepsProps {
  readonly steps: readonly Step[]
  readonly onOpen?: (link: LinkId) => void
}

/** Numbered things to do, each with the command that copies or the page that opens. */
export function Steps({ steps, onOpen }: StepsProps) {
  return (
    <ol className={classes.steps}>
      {steps.map(({ words, command, page }, at) => (
        <li key={words} className={classes.step}>
          <span className={classes.number} aria-hidden>
            {at + 1}
          </span>
          <div className={classes.words}>
            {words}
            {command === undefined ? null : (
              <div className={classes.command}>
                <code>{breakable(command)}</code>
                <CopyButton text={command} label={`Copy the command of step ${at + 1}`} />
              </div>
            )}
            {page === undefined || !onOpen ? null : (
              <div className={classes.page}>
                <Button size="small" after={IconArrowUpRight} onClick={() => onOpen(page.link)}>
                  {page.label}
                </Button>
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

// Breaks between words only, so that an option never loses its dashes; long words may break anywhere.
function breakable(command: string) {
  return command.split(' ').map((word, place) => (
    <span key={`${place} ${word}`} className={word.length > LONG ? classes.long : ''}>
      {word}{' '}
    </span>
  ))
}

const LONG = 40
