import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { ReplayStep } from './steps'

/**
 * Moves the steps of a story that still grows to their places by transforms, as
 * high as each of them is: a step that arrives shifts none of the others, and
 * the one at the upper edge stays there.
 */
export function usePlacedSteps(
  scroller: RefObject<HTMLElement | null>,
  steps: readonly ReplayStep[],
  isPlaced: boolean,
) {
  const tops = useRef(new WeakMap<HTMLElement, number>())
  useLayoutEffect(() => {
    const { current: element } = scroller
    const list = element?.querySelector('ol')
    if (!isPlaced || !element || !list) return
    const place = () => placeItems(list, tops.current)
    const held = itemAtEdge(element, list, tops.current)
    const before = held && tops.current.get(held)
    place()
    if (held && before !== undefined)
      element.scrollBy({ top: (tops.current.get(held) ?? before) - before })
    // The present step is the higher one, and the pane may change its width.
    const sizes = new ResizeObserver(place)
    for (const item of itemsOf(list)) sizes.observe(item)
    return () => sizes.disconnect()
  }, [scroller, steps, isPlaced])
}

function itemsOf(list: Element): HTMLElement[] {
  return [...list.children].filter((item) => item instanceof HTMLElement)
}

/** They are measured first, and moved then: the layout is made once. */
function placeItems(list: HTMLElement, tops: WeakMap<HTMLElement, number>) {
  const items = itemsOf(list)
  const heights = items.map((item) => item.getBoundingClientRect().height)
  let top = 0
  items.forEach((item, index) => {
    if (tops.get(item) !== top) item.style.transform = `translateY(${top}px)`
    tops.set(item, top)
    top += heights[index] ?? 0
  })
  list.style.height = `${top}px`
  list.dataset.placed = ''
}

function itemAtEdge(
  { scrollTop }: HTMLElement,
  list: HTMLElement,
  tops: WeakMap<HTMLElement, number>,
): HTMLElement | undefined {
  if (scrollTop <= 0) return undefined
  return itemsOf(list).findLast(
    (item) => (tops.get(item) ?? Infinity) <= scrollTop,
  )
}
