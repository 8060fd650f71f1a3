import { useLayoutEffect, useState, type RefObject } from 'react'

export type View = { scrollTop: number; height: number }

/** What of a scroller can be seen; null until it is known. */
export function useView(
  scroller: RefObject<HTMLElement | null>,
  isWanted: boolean,
): View | null {
  const [view, setView] = useState<View | null>(null)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !isWanted) return
    let frame = 0
    const look = () => {
      frame = 0
      const { scrollTop, clientHeight: height } = element
      setView((before) =>
        before?.scrollTop === scrollTop && before.height === height
          ? before
          : { scrollTop, height },
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
  return view
}
