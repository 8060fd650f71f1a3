import { faultAttributes } from '@/contracts/faults'
import type { Span } from '@/contracts/trace'

/** One of the two traces that are compared. */
export type Side = {
  /** The trace's own id, or that of a shared copy. */
  id: string
  spans: readonly Span[]
  name: string
  isCut: boolean
  isShared: boolean
}

/** A step in its own replay; without a number its beginning. */
export function replayHref({ id }: Pick<Side, 'id'>, step?: number): string {
  const page = id.startsWith('shr_') ? 'shared' : 'trace'
  return `/${page}/${id}${step === undefined ? '' : `?step=${step}`}`
}

/** Both traces at one row: an address, so that it can be sent and printed. */
export function rowHref(a: Side, b: Side, row: number): string {
  const query = new URLSearchParams({ a: a.id, b: b.id, row: String(row) })
  return `?${query}`
}

/** What was made to go wrong in a trace: the spans that suffered it say so. */
export function faultsIn({ spans }: Pick<Side, 'spans'>): string[] {
  const names = spans.flatMap(({ attributes }) => {
    const name = attributes[faultAttributes.name]
    return typeof name === 'string' ? [name] : []
  })
  return [...new Set(names)]
}
