import type { Trace } from '@/contracts/trace'

/** What a trace is of: the order that was placed, or the request that came. */
export function nameOf({ spans }: Pick<Trace, 'spans'>): string {
  const opening = spans.find(
    ({ kind, service }) => kind === 'server' && service === 'plateful',
  )
  if (!opening) return 'A trace'
  const isOrder = opening.name === 'POST /api/orders'
  return isOrder ? 'Place order' : opening.name
}
