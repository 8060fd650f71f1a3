import type { BrowserTrace, OpenSpan } from './browser-trace'

/** Waits until the confirmation is on the screen, and records how long. */
export async function recordPaint(
  trace: BrowserTrace,
  root: OpenSpan,
  startedAt: number,
): Promise<void> {
  const painting = trace.start('paint the confirmation', {
    parent: root,
    startedAt,
  })
  const now = await nextFrame()
  painting.end({}, now)
  root.end({}, now)
}

/** The frame after next, or half a second where nothing is being painted. */
function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    const done = () => resolve(performance.now())
    setTimeout(done, 500)
    requestAnimationFrame(() => requestAnimationFrame(done))
  })
}
