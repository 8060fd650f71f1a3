import type { ServingWay } from '@/contracts/serving-ways'

export const wayNames: Record<ServingWay, string> = {
  wait: 'Waits',
  compute: 'Computes here',
  thread: 'Has a thread compute',
}

export const wayLines: Record<ServingWay, string> = {
  wait: 'An async handler that waits 200 ms for somebody else.',
  compute:
    'An async handler that looks for the shortest way of six couriers: on the main thread.',
  thread: 'The same computing, in one of two other threads of this server.',
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export function milliseconds(value: number | null): string {
  if (value === null) return '–'
  return `${(value < 10 ? tenths : whole).format(value)} ms`
}

export function perSecond(value: number): string {
  return `${(value < 100 ? tenths : whole).format(value)} a second`
}
