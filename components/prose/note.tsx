import type { ReactNode } from 'react'

/** A margin note, beside the paragraph that follows it. */
export function Note({
  title,
  children,
}: {
  title: string
  children: ReactNode
}) {
  return (
    <aside className="margin-note" aria-label={title}>
      <b>{title}</b>
      {children}
    </aside>
  )
}
