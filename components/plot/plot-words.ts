import { grouped } from '@/components/trace/time-scale'
import type { Axis } from './axis'
import { spreadOf } from './bins'

/** A measured number with as many digits as can be trusted: three. */
export function figureOf(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value === 0) return '0'
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return grouped(Number(value.toFixed(Math.min(digits, 6))))
}

export function withUnit(value: number, unit: string): string {
  return unit === '' ? figureOf(value) : `${figureOf(value)} ${unit}`
}

type Named = { name: string; values: readonly number[] }

/** A histogram in words, for whoever does not see it. */
export function histogramInWords(
  series: readonly Named[],
  { unit, kind }: Axis,
): string {
  const parts = series.flatMap(({ name, values }) => {
    const spread = spreadOf(values)
    if (!spread) return []
    const { count, least, median, p95, most } = spread
    return [
      `${name}: ${grouped(count)} values, half of them at or below ${withUnit(median, unit)}, 95 of 100 at or below ${withUnit(p95, unit)}, from ${withUnit(least, unit)} to ${withUnit(most, unit)}.`,
    ]
  })
  if (parts.length === 0) return 'Nothing has been measured yet.'
  const axis = kind === 'log' ? ' The axis is logarithmic.' : ''
  return `${parts.join(' ')}${axis}`
}

export type Point = { x: number; y: number }

type Line = { name: string; points: readonly Point[] }

const mostTold = 6

/** Lines in words: each of its points while they are few, else the ends. */
export function linesInWords(
  series: readonly Line[],
  x: Axis,
  y: Axis,
): string {
  const parts = series.flatMap(({ name, points }) => {
    if (points.length === 0) return []
    const told = points.length <= mostTold ? points : endsOf(points)
    const list = told
      .map((one) => `${withUnit(one.y, y.unit)} at ${withUnit(one.x, x.unit)}`)
      .join(', ')
    return [`${name}: ${list}.`]
  })
  if (parts.length === 0) return 'Nothing has been measured yet.'
  const logs = [x.kind, y.kind].filter((kind) => kind === 'log').length
  const axes = ['', ' One axis is logarithmic.', ' Both axes are logarithmic.']
  return `${parts.join(' ')}${axes[logs]}`
}

/** The first, the highest and the last. */
function endsOf(points: readonly Point[]): Point[] {
  const top = points.reduce((best, one) => (one.y > best.y ? one : best))
  return [points[0], top, points.at(-1)].filter((one) => one !== undefined)
}
