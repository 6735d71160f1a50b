import classes from './CardsToCome.module.css'

/** The places of the two cards while nothing is known of them yet. */
export function CardsToCome() {
  return (
    <div className={classes.pair} aria-hidden>
      <Place />
      <Place />
    </div>
  )
}

function Place() {
  return (
    <div className={classes.card}>
      <span className={classes.title} />
      <span className={classes.words} />
      <span className={classes.words} />
    </div>
  )
}
