import type { ComponentType } from 'react'

/** A drawing that takes a size and a stroke: Tabler's icons and our own. */
export type IconDrawing = ComponentType<{ size?: number | string; stroke?: number | string; className?: string; 'aria-hidden'?: boolean }>

interface IconProps {
  readonly of: IconDrawing
  readonly size?: 14 | 16 | 18 | 22 | 26
  readonly className?: string
}

/** An icon in our stroke, hidden from readers: the words beside it say the same. */
export function Icon({ of: Drawing, size = 18, className }: IconProps) {
  return <Drawing size={size} stroke={size === 14 ? 2 : 1.75} aria-hidden {...(className === undefined ? {} : { className })} />
}
