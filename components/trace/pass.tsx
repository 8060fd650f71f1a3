import type { ReactNode } from 'react'

/** The hatch between the two sides: every message crosses it as a ticket. */
export function Pass({
  children,
  label = 'The pass',
  foot,
}: {
  children?: ReactNode
  label?: string
  foot?: ReactNode
}) {
  return (
    <div className="pass" role="group" aria-label={label}>
      <span className="pass-label caps" aria-hidden="true">
        {label}
      </span>
      {children}
      {foot && <p className="pass-foot micro">{foot}</p>}
    </div>
  )
}
