import type { ReactNode } from 'react'

/** Places a series comes from: they choose its colour, on either side. */
export type PlotRole =
  'browser' | 'network' | 'server' | 'data' | 'service' | 'auth' | 'fail'

/** Never told apart by colour only: full, hatched or hollow; disc or square. */
export const marks = ['plain', 'hatch', 'hollow'] as const
type PlotMark = (typeof marks)[number]

export type LegendEntry = {
  name: string
  role: PlotRole
  mark: PlotMark
  shape?: 'bar' | 'point'
}

/**
 * What surrounds every plot: its title, what it says in words for those who do
 * not see it, a legend, and the same figures as a table for those who want
 * numbers. The height of the picture is set, so nothing moves when it fills.
 */
export function PlotFrame({
  title,
  note,
  summary,
  legend,
  aside,
  table,
  children,
}: {
  title: ReactNode
  note?: ReactNode
  summary: string
  legend: readonly LegendEntry[]
  /** Beside the legend: "slowest without: 48.0 ms". */
  aside?: ReactNode
  table: ReactNode
  children: ReactNode
}) {
  return (
    <figure className="plot">
      <figcaption className="plot-head">
        <b>{title}</b>
        {note !== undefined && <span className="micro">{note}</span>}
      </figcaption>
      <p className="sr-only">{summary}</p>
      <div aria-hidden="true">
        {children}
        <p className="plot-legend micro">
          {legend.map(({ name, role, mark, shape = 'bar' }) => (
            <span key={name} className={`r-${role}`}>
              <i className={`plot-key is-${shape} is-${mark}`} /> {name}
            </span>
          ))}
          {aside !== undefined && <span className="plot-aside">{aside}</span>}
        </p>
      </div>
      <details className="plot-table">
        <summary>The figures as a table</summary>
        <div className="plot-table-box">{table}</div>
      </details>
    </figure>
  )
}
