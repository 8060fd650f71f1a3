import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { ReplayModel } from './model'
import { scrollTo } from './row-window'
import type { ReplayControls } from './use-replay'

/** The measures of the timeline's sheet, in pixels. */
export const rowHeight = 22
export const passHeight = 20
export const padding = 6

/** Where the rows of each side begin on the sheet. */
export function topsOf(frontRows: number): { front: number; back: number } {
  const above = frontRows > 0 ? frontRows * rowHeight + 2 * padding : 0
  return {
    front: padding,
    back: above + (frontRows > 0 ? passHeight : 0) + padding,
  }
}

/** Brings the row of the cursor onto the screen when the reader moves it. */
export function useRowSeen(
  scroller: RefObject<HTMLDivElement | null>,
  model: ReplayModel,
  { spanId }: ReplayControls,
) {
  const latest = useRef(model)
  useEffect(() => {
    latest.current = model
  })
  useEffect(() => {
    const element = scroller.current
    const top = topOfRow(latest.current, spanId)
    if (!element || top === null) return
    const view = { scrollTop: element.scrollTop, height: element.clientHeight }
    element.scrollTo({ top: scrollTo(top, rowHeight, view, 2 * rowHeight) })
  }, [scroller, spanId])
}

function topOfRow({ front, back }: ReplayModel, id: string): number | null {
  const tops = topsOf(front.length)
  const above = front.findIndex((row) => row.id === id)
  if (above >= 0) return tops.front + above * rowHeight
  const below = back.findIndex((row) => row.id === id)
  return below >= 0 ? tops.back + below * rowHeight : null
}

/** Keeps the reader's place when spans arrive above it. */
export function useRowHeld(
  scroller: RefObject<HTMLDivElement | null>,
  model: ReplayModel,
  isWindowed: boolean,
) {
  const held = useRef<{
    id: string
    offset: number
    model: ReplayModel
  } | null>(null)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !isWindowed) return
    const before = held.current
    if (before && before.model !== model) {
      const top = topOfRow(model, before.id)
      // At its top a list stays there, and shows what is new.
      if (top !== null && element.scrollTop > 0)
        element.scrollTo({ top: top - before.offset })
    }
    const hold = () => {
      held.current = topRow(model, element.scrollTop)
    }
    hold()
    element.addEventListener('scroll', hold, { passive: true })
    return () => element.removeEventListener('scroll', hold)
  }, [scroller, model, isWindowed])
}

function topRow(model: ReplayModel, scrollTop: number) {
  const { front, back } = model
  const tops = topsOf(front.length)
  const isAbove = scrollTop < tops.back && front.length > 0
  const rows = isAbove ? front : back
  const top = isAbove ? tops.front : tops.back
  const index = Math.min(
    rows.length - 1,
    Math.max(0, Math.floor((scrollTop - top) / rowHeight)),
  )
  const row = rows[index]
  return row
    ? { id: row.id, offset: top + index * rowHeight - scrollTop, model }
    : null
}
