/** The app's own sign: a face in a viewfinder. */
export function FacecraftMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d="M2.5 7.5v-2a3 3 0 0 1 3-3h2M16.5 2.5h2a3 3 0 0 1 3 3v2M21.5 16.5v2a3 3 0 0 1-3 3h-2M7.5 21.5h-2a3 3 0 0 1-3-3v-2" />
      <circle cx="12" cy="9.6" r="2.9" />
      <path d="M6.8 17.6a5.4 5.4 0 0 1 10.4 0" />
    </svg>
  )
}
