import { figureOf } from '@/components/plot/plot-words'

const units = [
  ['year', 365.25 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const

/** A span of time as somebody would say it: `3 hours`, `24,000 years`. */
export function timeWords(seconds: number): string {
  if (seconds <= 0) return 'no time'
  if (seconds < 0.000_001) return 'less than a microsecond'
  if (seconds < 0.001) return `${figureOf(seconds * 1_000_000)} µs`
  if (seconds < 1) return `${figureOf(seconds * 1000)} ms`
  const years = seconds / units[0][1]
  if (years >= 1e7) return `${powerWords(years)} years`
  for (const [name, size] of units)
    if (seconds >= size * 1.5) return `${rounded(seconds / size)} ${name}s`
  return `${figureOf(seconds)} s`
}

/** Two digits: what is computed from a measurement is no better than that. */
function rounded(value: number): string {
  if (value < 10) return String(Math.round(value * 10) / 10)
  const digits = Math.max(0, Math.floor(Math.log10(value)) - 1)
  const step = 10 ** digits
  return (Math.round(value / step) * step).toLocaleString('en-GB')
}

/** `4 × 10¹²`, where nobody can say the number any more. */
function powerWords(value: number): string {
  const power = Math.floor(Math.log10(value))
  const digit = Math.floor(value / 10 ** power)
  const raised = [...String(power)].map((one) => raisedDigits[Number(one)])
  return `${digit} × 10${raised.join('')}`
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
