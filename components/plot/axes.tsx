import { plain, type Axis } from './axis'

export function percent(at: number): string {
  return `${Number((at * 100).toFixed(3))}%`
}

/** From below: an axis that grows upwards, in a picture that grows downwards. */
export function fromTop(at: number): string {
  return percent(1 - at)
}

/** The line below the picture, with its ticks; a named axis tells its unit. */
export function XAxis({
  axis,
  isNamed = false,
}: {
  axis: Axis
  isNamed?: boolean
}) {
  return (
    <g className="plot-x">
      <line x1="0" x2="100%" y1="100%" y2="100%" className="plot-base" />
      {axis.ticks.map(({ value, at, label, isMinor }) => (
        <g key={value} className={isMinor ? 'is-minor' : undefined}>
          <line
            x1={percent(at)}
            x2={percent(at)}
            y1="100%"
            y2="100%"
            className="plot-tick"
          />
          <text x={percent(at)} y="100%" dy="19" textAnchor={anchorAt(at)}>
            {isNamed ? plain(value) : label}
          </text>
        </g>
      ))}
    </g>
  )
}

/** Lines across the picture, each with its value at the left. */
export function YAxis({ axis }: { axis: Axis }) {
  return (
    <g className="plot-y">
      {axis.ticks.map(({ value, at, isMinor }) => (
        <line
          key={value}
          x1="0"
          x2="100%"
          y1={fromTop(at)}
          y2={fromTop(at)}
          className={isMinor ? 'plot-rule is-minor' : 'plot-rule'}
        />
      ))}
      {axis.ticks.map(({ value, at, label, isMinor }) => (
        <text
          key={value}
          x="0"
          y={fromTop(at)}
          dx="-8"
          dy="4"
          textAnchor="end"
          className={isMinor ? 'is-minor' : undefined}
        >
          {label}
        </text>
      ))}
    </g>
  )
}

/** Text near an edge leans inwards, so that it never leaves the picture. */
export function anchorAt(at: number, edge = 0.04): 'start' | 'middle' | 'end' {
  return at < edge ? 'start' : at > 1 - edge ? 'end' : 'middle'
}
