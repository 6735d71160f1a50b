interface GraphicsCardIconProps {
  readonly size?: number | string
  readonly stroke?: number | string
  readonly className?: string
}

/** A graphics card with two fans, drawn like the other icons. */
export function GraphicsCardIcon({ size = 18, stroke = 1.75, className }: GraphicsCardIconProps) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M3 7h16a2 2 0 0 1 2 2v6a2 2 0 0 1 -2 2h-16" />
      <path d="M3 5v14" />
      <path d="M9 12m-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0" />
      <path d="M16 12m-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0" />
      <path d="M7 17v2h5v-2" />
    </svg>
  )
}
