'use client'

import { useId, type ReactNode } from 'react'
import { anchorAt, fromTop, percent, XAxis, YAxis } from './axes'
import { linearAxis, logAxis, type Axis } from './axis'
import { binsOf, highest, spreadOf, type Bin } from './bins'
import { HistogramTable } from './histogram-table'
import { marks, PlotFrame, type LegendEntry, type PlotRole } from './plot-frame'
import { histogramInWords, withUnit } from './plot-words'

/** Each median has a line of words above the bars. */
const rooms = ['plot-room', 'plot-room has-two', 'plot-room has-three']

type Measured = {
  name: string
  role?: PlotRole
  values: readonly number[]
}

/**
 * How often each value came, of one series or of two or three over each other:
 * the first is full, the second hatched, the third hollow. A dashed line stands
 * at each median.
 */
export function Histogram({
  title,
  note,
  series,
  unit,
  scale = 'linear',
  reach,
  bins: wanted,
  counted = 'runs',
  aside,
}: {
  title: ReactNode
  note?: ReactNode
  series: readonly Measured[]
  unit: string
  scale?: Axis['kind']
  /** What the axis shows even before anything was measured. */
  reach?: readonly [number, number]
  bins?: number
  /** What a bar counts, in the plural. */
  counted?: string
  aside?: ReactNode
}) {
  const values = series.map((one) => one.values)
  const x = (scale === 'log' ? logAxis : linearAxis)(values.flat(), {
    unit,
    reach,
  })
  const bins = binsOf(values, x, wanted)
  const y = linearAxis([highest(bins)], { reach: [0, 4], ticks: 4 })
  const legend = series.map(({ name, role = 'data' }, at) => ({
    name,
    role,
    mark: marks[at % marks.length] ?? 'plain',
  }))
  return (
    <PlotFrame
      title={title}
      note={note}
      summary={histogramInWords(series, x)}
      legend={legend}
      aside={aside}
      table={<HistogramTable {...{ series, bins, unit, counted }} />}
    >
      <p className="plot-y-name micro">{counted}</p>
      <div className={rooms[series.length - 1] ?? 'plot-room has-three'}>
        <svg className="plot-area">
          <YAxis axis={y} />
          <Bars bins={bins} y={y} legend={legend} />
          <Medians series={series} x={x} />
          <XAxis axis={x} />
        </svg>
      </div>
    </PlotFrame>
  )
}

/** In each place the taller bar stands behind, so that both are seen. */
function Bars({
  bins,
  y,
  legend,
}: {
  bins: readonly Bin[]
  y: Axis
  legend: readonly LegendEntry[]
}) {
  const id = useId()
  return (
    <g className="plot-bars">
      {legend.map(({ name, role, mark }, at) =>
        mark === 'hatch' ? (
          <Hatch key={name} id={`${id}${at}`} role={role} />
        ) : null,
      )}
      {bins.map(({ left, right, counts }) =>
        legend
          .map(({ role, mark }, at) => ({
            role,
            mark,
            at,
            count: counts[at] ?? 0,
          }))
          .filter(({ count }) => count > 0)
          .sort((a, b) => b.count - a.count || a.at - b.at)
          .map(({ role, mark, at, count }) => (
            <rect
              key={`${left} ${at}`}
              className={`r-${role} is-${mark}`}
              x={percent(left)}
              width={percent(right - left)}
              y={fromTop(y.at(count))}
              height={percent(y.at(count))}
              fill={mark === 'hatch' ? `url(#${id}${at})` : undefined}
            />
          )),
      )}
    </g>
  )
}

function Hatch({ id, role }: { id: string; role: PlotRole }) {
  return (
    <pattern
      id={id}
      className={`r-${role}`}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect className="plot-hatch-ground" width="6" height="6" />
      <rect className="plot-hatch-line" width="3" height="6" />
    </pattern>
  )
}

/** Each on a line of its own above the bars, so that no two meet. */
function Medians({ series, x }: { series: readonly Measured[]; x: Axis }) {
  const medians = series.flatMap(({ name, values }, row) => {
    const spread = spreadOf(values)
    if (!spread) return []
    const { median } = spread
    return [{ name, median, up: -6 - 16 * row, at: x.at(median) }]
  })
  return (
    <g className="plot-median">
      {medians.map(({ name, at, up }) => (
        <g key={name}>
          <line
            x1={percent(at)}
            x2={percent(at)}
            y1="0"
            y2="100%"
            transform={`translate(0 ${up})`}
          />
          <line x1={percent(at)} x2={percent(at)} y1="80%" y2="100%" />
        </g>
      ))}
      {medians.map(({ name, median, at, up }) => (
        <text
          key={name}
          x={percent(at)}
          y="0"
          dy={up - 4}
          textAnchor={anchorAt(at, 0.2)}
        >
          median {withUnit(median, x.unit)}
        </text>
      ))}
    </g>
  )
}
