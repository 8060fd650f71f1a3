import { callers, type Caller } from '@/contracts/rate-limit-choices'
import { windowMsOf, type Trial } from './plan'
import type { Tried } from './send-try'

/** One run: how it was set up, and every request of it in order of sending. */
export type Run = {
  trial: Trial
  tries: readonly Tried[]
  /** False while it runs, and for good where it was stopped. */
  isWhole: boolean
}

export type Tally = { sent: number; served: number; refused: number }

export function isServed({ status }: Pick<Tried, 'status'>): boolean {
  return status === 200
}

/** How a caller fared. */
export function tallyOf({ tries }: Run, caller: Caller): Tally {
  const own = tries.filter((one) => one.caller === caller)
  const served = own.filter(isServed).length
  return { sent: own.length, served, refused: own.length - served }
}

/** The most that one limit let through within any second of the run. */
export function mostInASecond(run: Run): number {
  const most = lanesOf(run).map((callers) => {
    const times = run.tries
      .filter((one) => isServed(one) && callers.includes(one.caller))
      .map(({ sentMs }) => sentMs)
    return times.map(
      (from) => times.filter((at) => at >= from && at < from + 1_000).length,
    )
  })
  return Math.max(0, ...most.flat())
}

/** The limit in words: `8 at once, 2 a second`. */
export function limitWords({ burst, perSecond }: Trial): string {
  return `${burst} at once, ${perSecond} a second`
}

/** The same as a window: `8 in 4 s`. */
export function windowWords(trial: Trial): string {
  return `${trial.burst} in ${windowMsOf(trial) / 1000} s`
}

export type Point = { atMs: number; level: number }

/**
 * How much was left over time. Each reply has told it; in between a bucket
 * fills at its even rate, and a window is shown as it was last told.
 */
export function levelsOf({ trial, tries }: Run, caller: Caller): Point[] {
  const { burst, perSecond, counting, sharing } = trial
  const told = tries
    .filter((one) => sharing === 'together' || one.caller === caller)
    .map(({ sentMs, tookMs, level }) => ({ atMs: sentMs + tookMs, level }))
    .sort((a, b) => a.atMs - b.atMs)
  const inflow = counting === 'token-bucket' ? perSecond / 1000 : 0
  return told.flatMap((point, at) => {
    const before = told[at - 1] ?? { atMs: 0, level: burst }
    const since = (point.atMs - before.atMs) * inflow
    const level = Math.min(burst, before.level + since)
    return [{ atMs: point.atMs, level }, point]
  })
}

/** The lanes of the picture: one level for both, or one for each. */
export function lanesOf({ trial }: Run): (readonly Caller[])[] {
  return trial.sharing === 'together' ? [callers] : callers.map((one) => [one])
}
