import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/** Where the rows of a list stand within their scroller, in pixels. */
export type Places = {
  topOf: (id: string) => number | null
  /** The row at the upper edge of what is seen. */
  rowAt: (scrollTop: number) => Edge | null
}

/** A row, and where it stood. */
export type Edge = { id: string; top: number }

/** The row at the upper edge of a list that does not stand at its top. */
export function edgeAt(places: Places | null, scrollTop: number): Edge | null {
  return scrollTop > 0 && places ? places.rowAt(scrollTop) : null
}

/**
 * Keeps the reader's place when rows arrive above it: the row at the edge stays
 * where it is. At its top a list stays there, and shows what is new.
 */
export function useHeld(
  scroller: RefObject<HTMLElement | null>,
  places: Places | null,
) {
  const held = useRef<Edge | null>(null)
  const latest = useRef(places)
  useLayoutEffect(() => {
    latest.current = places
    const { current: element } = scroller
    const before = held.current
    const top = before && places ? places.topOf(before.id) : null
    if (!element || !before || top === null) return
    if (top !== before.top) element.scrollBy({ top: top - before.top })
    held.current = { ...before, top }
  }, [scroller, places])
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const hold = () => {
      held.current = edgeAt(latest.current, element.scrollTop)
    }
    element.addEventListener('scroll', hold, { passive: true })
    return () => element.removeEventListener('scroll', hold)
  }, [scroller])
}
