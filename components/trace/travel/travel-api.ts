import type { Share } from '@/contracts/shared-trace'
import type { Trace } from '@/contracts/trace'
import { BrokenContractError } from '@/components/api-errors'
import { isRecord, isTrace } from '@/components/read-reply'
import { sendRequest } from '@/components/send-request'

/** Where a trace is read: a visitor's own, or a shared copy. */
export function traceAddress(id: string): string {
  return id.startsWith('shr_') ? `/api/shared/${id}` : `/api/traces/${id}`
}

/** A trace of the visitor's own, or a shared one, by its id. */
export async function readAnyTrace(id: string): Promise<Trace> {
  const { body } = await sendRequest(traceAddress(id))
  if (!isTrace(body)) throw new BrokenContractError('not a trace')
  const { traceId, spans, truncated, spansLeftOut } = body
  return {
    traceId,
    spans,
    truncated,
    ...(spansLeftOut === undefined ? {} : { spansLeftOut }),
  }
}

export async function shareTrace(traceId: string): Promise<Share> {
  const { body } = await sendRequest(`/api/traces/${traceId}/share`, {
    method: 'POST',
  })
  if (!isShare(body)) throw new BrokenContractError('not a share')
  return body
}

export async function takeBack(id: string): Promise<void> {
  await sendRequest(`/api/shared/${id}`, { method: 'DELETE' })
}

function isShare(value: unknown): value is Share {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.url === 'string'
  )
}
