import type { ReactNode } from 'react'

/** Where a metaphor stops being true. Every metaphor has one. */
export function Breaks({
  picture,
  children,
}: {
  picture: string
  children: ReactNode
}) {
  return (
    <aside
      className="breaks"
      aria-label={`Where the picture breaks: ${picture}`}
    >
      <p className="breaks-head">
        <b>Where the picture breaks</b>
        <span>{picture}</span>
      </p>
      {children}
    </aside>
  )
}
