import type { BrowserTrace, OpenSpan } from './browser-trace'

/**
 * Waits until the confirmation is on the screen, and records how long. A page
 * that nobody sees is not painted: then there is nothing to record.
 */
export async function recordPaint(
  trace: BrowserTrace,
  root: OpenSpan,
  startedAt: number,
): Promise<void> {
  const painting = trace.start('paint the confirmation', {
    parent: root,
    startedAt,
  })
  const paintedAt = await nextPaint()
  if (paintedAt !== null) painting.end({}, paintedAt)
  root.end({}, paintedAt ?? performance.now())
}

/** So long a page that is seen may be too busy to paint. */
const longestWaitMs = 5_000

/**
 * The frame after next: by then the one that shows the change is drawn. Null
 * where the page is hidden, or goes out of sight meanwhile.
 */
export function nextPaint(): Promise<number | null> {
  return new Promise((resolve) => {
    const end = (paintedAt: number | null) => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', giveUp)
      resolve(paintedAt)
    }
    const giveUp = () => end(null)
    const timer = setTimeout(giveUp, document.hidden ? 0 : longestWaitMs)
    document.addEventListener('visibilitychange', giveUp)
    requestAnimationFrame(() =>
      requestAnimationFrame(() => end(performance.now())),
    )
  })
}
