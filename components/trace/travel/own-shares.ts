import { useMemo, useSyncExternalStore } from 'react'
import { onKept, readKept, writeKept } from '@/components/delivery/kept'
import { isRecord } from '@/components/read-reply'

/** What this browser has shared: the copy, and the trace it is a copy of. */
export type OwnShare = { id: string; url: string; traceId: string }

const name = 'shares'
const most = 40

export function rememberShare(share: OwnShare): void {
  const others = ownShares().filter(({ id }) => id !== share.id)
  write([...others, share].slice(-most))
}

export function forgetShare(id: string): void {
  write(ownShares().filter((share) => share.id !== id))
}

/** The shares of a trace, the oldest first. */
export function useOwnShares(traceId: string): OwnShare[] {
  const text = useSyncExternalStore(
    onKept,
    () => readKept(name),
    () => null,
  )
  return useMemo(
    () => parse(text).filter((share) => share.traceId === traceId),
    [text, traceId],
  )
}

function ownShares(): OwnShare[] {
  return parse(readKept(name))
}

function write(shares: OwnShare[]): void {
  writeKept(name, shares.length > 0 ? JSON.stringify(shares) : null)
}

function parse(text: string | null): OwnShare[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter(isOwnShare) : []
  } catch {
    return []
  }
}

function isOwnShare(value: unknown): value is OwnShare {
  return (
    isRecord(value) &&
    /^shr_[0-9a-f]{32}$/.test(String(value.id)) &&
    /^https?:\/\//.test(String(value.url)) &&
    typeof value.traceId === 'string'
  )
}
