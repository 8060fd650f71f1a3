import type { ReactNode } from 'react'

type Outcome = {
  /** What was done: `Run alone`, `In a transaction`. */
  title: string
  children: ReactNode
  /** Whether what had to hold no longer does. */
  isBroken?: boolean
}

/** The same input in two ways, side by side. */
export function TwoOutcomes({
  naive,
  sound,
  label,
}: {
  naive: Outcome
  sound: Outcome
  /** What the two are, for those who do not see them side by side. */
  label: string
}) {
  return (
    <div className="two-outcomes" role="group" aria-label={label}>
      {[naive, sound].map(({ title, children, isBroken = false }) => (
        <section
          key={title}
          className={isBroken ? 'outcome is-broken r-fail' : 'outcome'}
          aria-label={title}
        >
          <h4>{title}</h4>
          {children}
        </section>
      ))}
    </div>
  )
}
