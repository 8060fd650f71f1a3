import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react'
import { edgeAt, type Edge, type Places } from './use-held'

export type View = { scrollTop: number; height: number }
/** With the row at its upper edge, where the list does not stand at its top. */
type Seen = View & { edge: Edge | null }

/**
 * What of a scroller can be seen; null until it is known, and without places.
 * Where rows have come above, it is told as it will be when the reader's place
 * is kept (`useHeld`): so the rows that will be seen are drawn at once.
 */
export function useView(
  scroller: RefObject<HTMLElement | null>,
  places: Places | null,
): View | null {
  const [seen, setSeen] = useState<Seen | null>(null)
  const latest = useRef(places)
  useLayoutEffect(() => {
    latest.current = places
  }, [places])
  const isWanted = places !== null
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !isWanted) return
    let frame = 0
    const look = () => {
      frame = 0
      const { scrollTop, clientHeight: height } = element
      const edge = edgeAt(latest.current, scrollTop)
      setSeen((before) =>
        before?.scrollTop === scrollTop &&
        before.height === height &&
        before.edge?.id === edge?.id &&
        before.edge?.top === edge?.top
          ? before
          : { scrollTop, height, edge },
      )
    }
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look)
    }
    // It tells the first size as well, without laying anything out for that.
    const sizes = new ResizeObserver(lookSoon)
    sizes.observe(element)
    element.addEventListener('scroll', lookSoon, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      element.removeEventListener('scroll', lookSoon)
    }
  }, [scroller, isWanted])
  return useMemo(() => seen && movedAlong(seen, places), [seen, places])
}

/** The view once the row at its edge has taken its place along. */
function movedAlong(seen: Seen, places: Places | null): View {
  const { scrollTop, height, edge } = seen
  const top = edge && places ? places.topOf(edge.id) : null
  if (!edge || top === null) return seen
  return { scrollTop: scrollTop + top - edge.top, height }
}
