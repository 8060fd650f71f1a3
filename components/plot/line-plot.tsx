'use client'

import type { ReactNode } from 'react'
import { fromTop, percent, XAxis, YAxis } from './axes'
import { linearAxis, logAxis, type Axis } from './axis'
import { marks, PlotFrame, type PlotRole } from './plot-frame'
import { LineTable } from './line-table'
import { linesInWords, type Point } from './plot-words'

type Line = {
  name: string
  role?: PlotRole
  points: readonly Point[]
}

type PlotAxis = {
  name: string
  unit: string
  scale?: Axis['kind']
  /** What the axis shows even before anything was measured. */
  reach?: readonly [number, number]
  /** About how many ticks; few where their labels are long. */
  ticks?: number
}

/**
 * How one thing grows with another. The first line is full, with discs at its
 * points; the second is dashed, with squares. Without `hasMarks` only lines.
 */
export function LinePlot({
  title,
  note,
  lines,
  x: across,
  y: up,
  hasMarks = true,
  aside,
}: {
  title: ReactNode
  note?: ReactNode
  lines: readonly Line[]
  x: PlotAxis
  y: PlotAxis
  hasMarks?: boolean
  aside?: ReactNode
}) {
  const all = lines.flatMap(({ points }) => points)
  const x = axisFor(
    { ticks: 3, ...across },
    all.map((point) => point.x),
  )
  const y = axisFor(
    up,
    all.map((point) => point.y),
  )
  const legend = lines.map(({ name, role = 'data' }, at) => ({
    name,
    role,
    mark: marks[at % marks.length] ?? 'plain',
    shape: 'point' as const,
  }))
  return (
    <PlotFrame
      title={title}
      note={note}
      summary={linesInWords(lines, x, y)}
      legend={legend}
      aside={aside}
      table={<LineTable lines={lines} x={across} y={up} />}
    >
      <p className="plot-y-name micro">{nameOf(up)}</p>
      <div className="plot-room has-wide-y">
        <svg className="plot-area">
          <YAxis axis={y} />
          {lines.map(({ name, points }, at) => (
            <Path
              key={name}
              points={points}
              {...{ x, y, hasMarks }}
              role={legend[at]?.role ?? 'data'}
              mark={legend[at]?.mark ?? 'plain'}
            />
          ))}
          <XAxis axis={x} isNamed />
        </svg>
      </div>
      <p className="plot-x-name micro">{nameOf(across)}</p>
    </PlotFrame>
  )
}

function axisFor(
  { unit, scale, reach, ticks }: PlotAxis,
  values: number[],
): Axis {
  return (scale === 'log' ? logAxis : linearAxis)(values, {
    unit,
    reach,
    ticks,
  })
}

function nameOf({ name, scale }: PlotAxis): string {
  return scale === 'log' ? `${name}, log scale` : name
}

/** The line is stretched with the picture; what marks its points is not. */
function Path({
  points,
  x,
  y,
  hasMarks,
  role,
  mark,
}: {
  points: readonly Point[]
  x: Axis
  y: Axis
  hasMarks: boolean
  role: PlotRole
  mark: (typeof marks)[number]
}) {
  const path = points
    .map((point) => `${across(x.at(point.x))} ${across(1 - y.at(point.y))}`)
    .join('L')
  return (
    <g className={`plot-line r-${role} is-${mark}`}>
      {points.length > 1 && (
        <svg
          width="100%"
          height="100%"
          viewBox="0 0 1000 1000"
          preserveAspectRatio="none"
        >
          <path d={`M${path}`} vectorEffect="non-scaling-stroke" />
        </svg>
      )}
      {hasMarks &&
        points.map((point, at) =>
          mark === 'plain' ? (
            <circle
              key={at}
              cx={percent(x.at(point.x))}
              cy={fromTop(y.at(point.y))}
              r="5"
            />
          ) : (
            <rect
              key={at}
              x={percent(x.at(point.x))}
              y={fromTop(y.at(point.y))}
              width="9"
              height="9"
              transform="translate(-4.5 -4.5)"
            />
          ),
        )}
    </g>
  )
}

function across(at: number): string {
  return (at * 1000).toFixed(1)
}
