import type {
  Burst,
  Caller,
  Counting,
  RatePerSecond,
  Sharing,
} from '@/contracts/rate-limit-choices'
import type { Manner } from './words'

/** What the reader has chosen: the limit, and how the greedy guest behaves. */
export type Trial = {
  counting: Counting
  sharing: Sharing
  perSecond: RatePerSecond
  burst: Burst
  manner: Manner
}

/** How often the greedy guest comes, whatever it is told. */
export const hammerMs = 125
export const modestMs = 1_000
/** The modest guest comes a little later, when the burst is being used up. */
const modestFromMs = 700
const leastMs = 8_000
/** A swarm comes so long before a window ends, and for as long after it. */
const swarmMs = 500

/** The window in which the whole burst comes in again. */
export function windowMsOf({ burst, perSecond }: Trial): number {
  return (burst / perSecond) * 1000
}

/** A run ends after eight seconds, or when the swarm is over. */
export function runMsOf(trial: Trial): number {
  return Math.max(leastMs, windowMsOf(trial) + 1_000)
}

/** When a caller comes, in ms since the run began; null for who waits. */
export function momentsOf(trial: Trial, caller: Caller): number[] | null {
  const runMs = runMsOf(trial)
  if (caller === 'modest') return every(modestMs, modestFromMs, runMs)
  switch (trial.manner) {
    case 'waits':
      return null
    case 'hammers':
      return every(hammerMs, 0, runMs)
    case 'swarms': {
      const end = windowMsOf(trial)
      const stepMs = swarmMs / trial.burst
      return [0, ...every(stepMs, end - swarmMs + stepMs / 2, end + swarmMs)]
    }
  }
}

function every(stepMs: number, fromMs: number, untilMs: number): number[] {
  const count = Math.ceil((untilMs - fromMs) / stepMs)
  return Array.from({ length: count }, (_, at) => fromMs + at * stepMs)
}
