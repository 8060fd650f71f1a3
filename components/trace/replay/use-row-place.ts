import { useEffect, useRef, type RefObject } from 'react'
import type { ReplayModel } from './model'
import { scrollTo } from './row-window'
import type { Edge, Places } from './use-held'
import type { ReplayControls } from './use-replay'
import type { View } from './use-view'

/** The measures of the timeline's sheet, in pixels. */
export const rowHeight = 22
const passHeight = 20
export const padding = 6

/** Where the pass and the rows of each side begin on the sheet, and its end. */
export function sheetOf(frontRows: number, backRows: number) {
  const heightOf = (rows: number) =>
    rows > 0 ? rows * rowHeight + 2 * padding : 0
  const pass = heightOf(frontRows)
  const above = pass + (frontRows > 0 && backRows > 0 ? passHeight : 0)
  return {
    front: padding,
    pass,
    back: above + padding,
    height: above + heightOf(backRows),
  }
}

/** Brings the row of the cursor onto the screen when the reader moves it. */
export function useRowSeen(
  scroller: RefObject<HTMLDivElement | null>,
  model: ReplayModel,
  { spanId }: ReplayControls,
  /** What of it can be seen, where that is known: else it is laid out to look. */
  view: View | null,
) {
  const latest = useRef({ model, view })
  useEffect(() => {
    latest.current = { model, view }
  })
  useEffect(() => {
    const element = scroller.current
    const { model, view } = latest.current
    const top = topOfRow(model, spanId)
    if (!element || top === null) return
    const seen = view ?? {
      scrollTop: element.scrollTop,
      height: element.clientHeight,
    }
    const wanted = scrollTo(top, rowHeight, seen, 2 * rowHeight)
    if (wanted !== seen.scrollTop) element.scrollTo({ top: wanted })
  }, [scroller, spanId])
}

/** Where the rows of a trace stand on its sheet. */
export function placesOf(model: ReplayModel): Places {
  return {
    topOf: (id) => topOfRow(model, id),
    rowAt: (scrollTop) => rowAt(model, scrollTop),
  }
}

function topOfRow({ front, back }: ReplayModel, id: string): number | null {
  const sheet = sheetOf(front.length, back.length)
  const above = front.findIndex((row) => row.id === id)
  if (above >= 0) return sheet.front + above * rowHeight
  const below = back.findIndex((row) => row.id === id)
  return below >= 0 ? sheet.back + below * rowHeight : null
}

function rowAt({ front, back }: ReplayModel, scrollTop: number): Edge | null {
  const sheet = sheetOf(front.length, back.length)
  const isAbove = scrollTop < sheet.pass && front.length > 0
  const rows = isAbove ? front : back
  const top = isAbove ? sheet.front : sheet.back
  const index = Math.min(
    rows.length - 1,
    Math.max(0, Math.floor((scrollTop - top) / rowHeight)),
  )
  const row = rows[index]
  return row ? { id: row.id, top: top + index * rowHeight } : null
}
