import { useMemo, useSyncExternalStore } from 'react'
import type { OrderStatus } from '@/contracts/orders'
import { isRecord } from '@/components/read-reply'
import { onKept, readKept, writeKept } from './kept'

/** Which trace brought an order to which state: `ord_… placed` to an id. */
export type KnownTraces = Readonly<Record<string, string>>

const name = 'order-traces'
const most = 200

export function rememberTrace(
  order: string,
  status: OrderStatus,
  traceId: string | null,
) {
  if (!traceId) return
  const known = parse(readKept(name))
  const key = `${order} ${status}`
  if (known[key]) return
  const entries = [...Object.entries(known), [key, traceId] as const]
  writeKept(name, JSON.stringify(Object.fromEntries(entries.slice(-most))))
}

export function forgetTraces() {
  writeKept(name, null)
}

export function traceOf(
  known: KnownTraces,
  order: string,
  status: OrderStatus,
): string | null {
  return known[`${order} ${status}`] ?? null
}

export function useKnownTraces(): KnownTraces {
  const text = useSyncExternalStore(
    onKept,
    () => readKept(name),
    () => null,
  )
  return useMemo(() => parse(text), [text])
}

function parse(text: string | null): KnownTraces {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (!isRecord(value)) return {}
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, id]) =>
        typeof id === 'string' && /^[0-9a-f]{32}$/.test(id) ? [[key, id]] : [],
      ),
    )
  } catch {
    return {}
  }
}
