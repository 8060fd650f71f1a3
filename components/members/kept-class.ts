import { useMemo, useSyncExternalStore } from 'react'
import type { Invitation } from '@/contracts/members'
import { onKept, readKept, writeKept } from '@/components/delivery/kept'
import { parseJson } from '@/components/parse-json'
import { isInvitation } from './read-members'

const name = 'class'

/**
 * The server tells a code once and keeps its hash. A teacher who loads the page
 * anew wants it on the projector again, so their browser keeps it.
 */
export function keepClass(invitation: Invitation | null) {
  writeKept(name, invitation && JSON.stringify(invitation))
}

export function useKeptClass(): Invitation | null {
  const text = useSyncExternalStore(onKept, readOpen, () => null)
  return useMemo(() => {
    const value: unknown = parseJson(text)
    return isInvitation(value) ? value : null
  }, [text])
}

/** The text of a class that is not over yet. */
function readOpen(): string | null {
  const text = readKept(name)
  const value = parseJson(text)
  const isOpen = isInvitation(value) && Date.parse(value.expiresAt) > Date.now()
  return isOpen ? text : null
}
