import { useEffect, useRef, useSyncExternalStore } from 'react'
import { placeOf, type NamedPlace } from './order-screens'

/**
 * The order that the page's address names (`#ticket-ord_…`). It is scrolled to
 * and given the focus as soon as it is on the screen, once.
 */
export function useNamedOrder(
  place: NamedPlace,
  change: unknown,
): string | null {
  const beginning = `#${placeOf(place, '')}`
  const hash = useSyncExternalStore(onHash, readHash, () => '')
  const order = hash.startsWith(beginning) ? hash.slice(beginning.length) : null
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (order === null || shown.current === order) return
    const element = document.getElementById(placeOf(place, order))
    if (!element) return
    shown.current = order
    element.scrollIntoView({ block: 'center' })
    element.focus({ preventScroll: true })
  }, [place, order, change])
  return order
}

function onHash(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

function readHash(): string {
  return location.hash
}
