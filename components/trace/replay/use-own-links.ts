import { useEffect, useRef } from 'react'
import { readAddress, type ReplayAddress } from './address'

/**
 * Every step and span has an address, so that it can be opened in a tab of its
 * own and read without scripts. Within the page such a link moves the cursor.
 */
export function useOwnLinks(onOpen: (address: ReplayAddress) => void): void {
  const latest = useRef(onOpen)
  useEffect(() => {
    latest.current = onOpen
  })
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || isForNewTab(event)) return
      if (!(event.target instanceof Element)) return
      const href = event.target.closest('a')?.getAttribute('href')
      if (!href?.startsWith('?')) return
      event.preventDefault()
      latest.current(readAddress(Object.fromEntries(new URLSearchParams(href))))
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [])
}

/** A click that asks for a new tab or window stays the browser's. */
function isForNewTab(event: MouseEvent): boolean {
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey
}
