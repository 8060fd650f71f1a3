/** Rows that are drawn: from `first`, so many, of a list of fixed row height. */
type RowWindow = { first: number; count: number }

/** Above this many rows only those near the screen are drawn. */
export const windowedAbove = 160

/** So many rows beyond each edge are drawn already. */
const beyond = 12

/** Drawn before the size of the screen is known. */
export const firstRows = 32

/**
 * The rows to draw of a list that begins at `top` within its scroller. A list
 * that is not windowed is drawn whole.
 */
export function rowWindow(
  total: number,
  rowHeight: number,
  view: { scrollTop: number; height: number } | null,
  top: number,
  isWindowed: boolean,
): RowWindow {
  if (!isWindowed) return { first: 0, count: total }
  if (!view) return { first: 0, count: Math.min(total, firstRows) }
  const from = Math.floor((view.scrollTop - top) / rowHeight) - beyond
  const to = Math.ceil((view.scrollTop + view.height - top) / rowHeight)
  const first = Math.min(Math.max(0, from), total)
  const last = Math.min(total, Math.max(first, to + beyond))
  return { first, count: last - first }
}

/** Where a scroller has to stand so that a row is seen, moved no more than needed. */
export function scrollTo(
  rowTop: number,
  rowHeight: number,
  view: { scrollTop: number; height: number },
  margin: number,
): number {
  const above = rowTop - margin
  const below = rowTop + rowHeight + margin - view.height
  if (view.scrollTop > above) return Math.max(0, above)
  if (view.scrollTop < below) return below
  return view.scrollTop
}
