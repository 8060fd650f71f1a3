import type { ReactNode } from 'react'

/** What may be larger than its place, and can be scrolled by keyboard, too. */
export function ScrollGroup({
  label,
  className,
  as: Element = 'div',
  children,
}: {
  label: string
  className: string
  as?: 'div' | 'pre'
  children: ReactNode
}) {
  return (
    <Element className={className} tabIndex={0} role="group" aria-label={label}>
      {children}
    </Element>
  )
}
