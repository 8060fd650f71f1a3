import { inspectorViews, type InspectorView } from '../inspector-views'

/** What of a replay its address holds: enough to open it exactly there. */
export type ReplayAddress = {
  /** From 1, as a reader counts. */
  step: number | null
  view: InspectorView | null
  /** A span other than the step's own. */
  span: string | null
  /** The playhead in milliseconds, where it is not that of the step. */
  atMs: number | null
}

export type Params = Record<string, string | string[] | undefined>

/** Reads an address; whatever makes no sense in it is left out. */
export function readAddress(params: Params): ReplayAddress {
  const { step, view, span, at } = params
  const number = typeof step === 'string' ? Number(step) : NaN
  const atMs = typeof at === 'string' && at !== '' ? Number(at) : NaN
  return {
    step: Number.isInteger(number) && number > 0 ? number : null,
    view: inspectorViews.find((known) => known === view) ?? null,
    span: typeof span === 'string' && /^[0-9a-f]{16}$/.test(span) ? span : null,
    atMs: Number.isFinite(atMs) && atMs >= 0 ? atMs : null,
  }
}

/**
 * The query of an address: `?step=7&view=data`. What else stands in it stays,
 * such as the file that a trace was read from.
 */
export function writeAddress(address: ReplayAddress, others = ''): string {
  const { step, view, span, atMs } = address
  const query = new URLSearchParams(others)
  for (const own of ['step', 'view', 'span', 'at']) query.delete(own)
  if (step !== null) query.set('step', String(step))
  if (view !== null && view !== 'code') query.set('view', view)
  if (span !== null) query.set('span', span)
  if (atMs !== null) query.set('at', String(Number(atMs.toFixed(3))))
  return `?${query}`
}
