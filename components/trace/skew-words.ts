import { duration } from './time-scale'
import type { SkewCorrection } from './clock-skew'

export type Skew = Pick<SkewCorrection<unknown>, 'movedMs' | 'unsteady'>

/** What was corrected, in a sentence for each clock that was off. */
export function skewSentences({ movedMs, unsteady }: Skew): string[] {
  return Object.entries(movedMs).map(([service, ms]) => {
    const length = lengthOf(Math.abs(ms))
    if (unsteady.includes(service))
      return `The clock of ${service} changed in between. Its spans are moved by up to ${length}, each call into the one that caused it.`
    const [way, move] = ms < 0 ? ['ahead of', 'back'] : ['behind', 'forward']
    const isBrowser = service === 'browser'
    const whose = isBrowser ? 'The browser’s clock' : `The clock of ${service}`
    const others = isBrowser ? 'the server’s' : 'that of its caller'
    return `${whose} was ${length} ${way} ${others}. Its spans are moved ${move} by as much, so that each answer lies within its call.`
  })
}

/** `0.4 ms`, `1.24 s`, `5 min 0 s`, `3 h 20 min`, `400 days`. */
function lengthOf(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return duration(ms)
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h ${minutes % 60} min`
  return `${Math.round(hours / 24).toLocaleString('en')} days`
}
