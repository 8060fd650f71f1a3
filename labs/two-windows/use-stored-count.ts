import { useSyncExternalStore } from 'react'
import { storageKey } from './counts'

const changed = 'back-of-house:two-windows'

/** The count in the browser’s storage; null where storage is not allowed. */
export function useStoredCount(): number | null {
  return useSyncExternalStore(follow, readStored, () => null)
}

/** The browser tells every other page of the site when its storage changes. */
function follow(listener: () => void): () => void {
  addEventListener('storage', listener)
  addEventListener(changed, listener)
  return () => {
    removeEventListener('storage', listener)
    removeEventListener(changed, listener)
  }
}

function readStored(): number | null {
  try {
    return Number(localStorage.getItem(storageKey) ?? 0)
  } catch {
    return null
  }
}

export function addToStored(): void {
  try {
    localStorage.setItem(storageKey, String((readStored() ?? 0) + 1))
  } catch {
    // Without storage there is nothing to count in.
  }
  dispatchEvent(new Event(changed))
}

export function clearStored(): void {
  try {
    localStorage.removeItem(storageKey)
  } catch {
    // Without storage there is nothing to clear.
  }
}
