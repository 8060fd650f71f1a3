import { scaleLinear, scaleLog } from 'd3-scale'
import { grouped } from '@/components/trace/time-scale'

type Tick = {
  value: number
  /** 0 at the start of the axis, 1 at its end. */
  at: number
  label: string
  /** Left out where there is little room. */
  isMinor: boolean
}

export type Axis = {
  kind: 'linear' | 'log'
  from: number
  to: number
  unit: string
  ticks: Tick[]
  /** Where a value lies: 0 at the start, 1 at the end, never outside. */
  at: (value: number) => number
  /** The value at a place between 0 and 1. */
  valueAt: (at: number) => number
}

type Wanted = {
  /** `ms`, `rows`; the last tick that always shows carries it. */
  unit?: string
  /** What the axis reaches to even when no value does. */
  reach?: readonly [number, number]
  ticks?: number
}

/** An axis from zero, or from the least value, to a round number. */
export function linearAxis(
  values: readonly number[],
  { unit = '', reach = [0, 0], ticks: wanted = 5 }: Wanted = {},
): Axis {
  const [least, most] = extentOf([...values.filter(Number.isFinite), ...reach])
  const scale = scaleLinear()
    .domain([least, most - least > billionth ? most : least + 1])
    .nice(wanted)
    .clamp(true)
  const marks = scale.ticks(wanted)
  return axisOf('linear', scale, unit, marks, (_, at) =>
    marks.length > 4 ? (marks.length - 1 - at) % 2 === 1 : false,
  )
}

/** Steps that each cost as much as all before them together, and more. */
const steps = [1, 3, 10]
const mostMarks = 9
const billionth = 1e-9

/**
 * A logarithmic axis, between numbers of the form 1, 3, 10, 30. What is not
 * above zero has no place on it, and is set at its start; so is what is less
 * than a billionth of the greatest.
 */
export function logAxis(
  values: readonly number[],
  { unit = '', reach }: Wanted = {},
): Axis {
  const known = [...values, ...(reach ?? [])].filter(Number.isFinite)
  const floor = Math.max(1, ...known) * billionth
  const positive = known.filter((value) => value >= floor)
  const [least, most] = extentOf(positive.length > 0 ? positive : [0.1, 10])
  const from = roundDown(least)
  const to = roundUp(Math.max(most, from * 1.01))
  const scale = scaleLog().domain([from, to]).clamp(true)
  const all = marksBetween(from, to)
  const isDecade = (value: number) => Math.abs(leadOf(value) - 1) < 1e-9
  const marks = all.length > mostMarks ? all.filter(isDecade) : all
  const isMinor = marks.some(isDecade)
    ? (value: number) => !isDecade(value)
    : () => false
  return axisOf('log', scale, unit, marks, isMinor)
}

type Scale = {
  (value: number): number
  domain: () => number[]
  invert: (at: number) => number
}

function axisOf(
  kind: Axis['kind'],
  scale: Scale,
  unit: string,
  marks: number[],
  isMinor: (value: number, at: number) => boolean,
): Axis {
  const [from = 0, to = 1] = scale.domain()
  const last = marks.findLastIndex((value, at) => !isMinor(value, at))
  const at = (value: number) =>
    kind === 'log' && !(value > 0) ? 0 : scale(value)
  return {
    kind,
    from,
    to,
    unit,
    ticks: marks.map((value, index) => ({
      value,
      at: scale(value),
      label:
        index === last && unit !== ''
          ? `${plain(value)} ${unit}`
          : plain(value),
      isMinor: isMinor(value, index),
    })),
    at,
    valueAt: (place) => scale.invert(place),
  }
}

/** A number for a tick, without the dust that floating point leaves. */
export function plain(value: number): string {
  return grouped(Number(value.toPrecision(10)))
}

function extentOf(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

/** The first digits of a number, between 1 and 10. */
function leadOf(value: number): number {
  return value / 10 ** Math.floor(Math.log10(value) + 1e-9)
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9)
  const step = steps.findLast((one) => one * power <= value * (1 + 1e-9)) ?? 1
  return tidy(step * power)
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9)
  const step = steps.find((one) => one * power >= value * (1 - 1e-9)) ?? 10
  return tidy(step * power)
}

function marksBetween(from: number, to: number): number[] {
  const marks: number[] = []
  const first = Math.floor(Math.log10(from) + 1e-9)
  for (let power = first; 10 ** power <= to * (1 + 1e-9); power++)
    for (const step of [1, 3]) {
      const mark = tidy(step * 10 ** power)
      if (mark >= from * (1 - 1e-9) && mark <= to * (1 + 1e-9)) marks.push(mark)
    }
  return marks
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
