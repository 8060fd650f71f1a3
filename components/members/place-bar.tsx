'use client'

import {
  useEffect,
  useState,
  useSyncExternalStore,
  type ComponentType,
} from 'react'
import { endedKey, sandboxChanged, sandboxKey } from '@/components/sandbox-keys'

/**
 * Says on every page whose sandbox this is, where it is not the reader's own,
 * and when that has ended. For everybody else it is nothing, and weighs little.
 */
export function PlaceBar() {
  const isWanted = useSyncExternalStore(
    listen,
    () => hasPlace(read(sandboxKey)) || read(endedKey) !== null,
    () => false,
  )
  const [Notice, setNotice] = useState<ComponentType>()
  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    void import('./place-notice').then(({ PlaceNotice }) => {
      if (!isGone) setNotice(() => PlaceNotice)
    })
    return () => {
      isGone = true
    }
  }, [isWanted])
  return isWanted && Notice ? <Notice /> : null
}

function listen(onChange: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    // Another tab has joined somewhere, and the cookie is all tabs' own: what
    // this one shows is another sandbox's now.
    if (key === sandboxKey && hasPlace(newValue)) location.reload()
    onChange()
  }
  addEventListener('storage', hear)
  addEventListener(sandboxChanged, onChange)
  return () => {
    removeEventListener('storage', hear)
    removeEventListener(sandboxChanged, onChange)
  }
}

function hasPlace(hint: string | null): boolean {
  return hint?.includes('"place"') ?? false
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
