import type { ReactNode } from 'react'
import classes from './ScreenTop.module.css'

interface ScreenTopProps {
  readonly title: string
  readonly sentence: string
  /** Buttons at the end of the line. */
  readonly children?: ReactNode
}

/** The beginning of a screen: what is so, one sentence more, and what can be done. */
export function ScreenTop({ title, sentence, children }: ScreenTopProps) {
  return (
    <div className={classes.top}>
      <div className={classes.words}>
        <h2>{title}</h2>
        <p>{sentence}</p>
      </div>
      {children}
    </div>
  )
}
