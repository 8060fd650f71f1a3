import { BrowserTrace, type OpenSpan } from './browser-trace'

/**
 * A trace that begins with a press: at the moment that the browser gave the
 * event, and so before any code of the page knew of it.
 */
export function startPress(pressedAt: number): {
  trace: BrowserTrace
  root: OpenSpan
} {
  const heardAt = performance.now()
  const trace = new BrowserTrace()
  const root = trace.start('press Place order', { startedAt: pressedAt })
  if (heardAt > pressedAt)
    trace
      .start('hear the press', { parent: root, startedAt: pressedAt })
      .end({}, heardAt)
  return { trace, root }
}
