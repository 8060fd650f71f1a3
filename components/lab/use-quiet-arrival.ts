import { useLayoutEffect, type RefObject } from 'react'

const lines = '[role="status"], [aria-live]'
/** The browser may tell of what is new a while after it is there. */
const settleMs = 1000

/**
 * What takes a picture's place says the same words as the picture. Browsers
 * tell a screen reader of every status line that appears with words in it: here
 * each becomes one when it has been there for a moment, and speaks of changes.
 */
export function useQuietArrival(place: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const silenced = [...(place.current?.querySelectorAll(lines) ?? [])].map(
      (line) => ({ line, attributes: takeAttributes(line) }),
    )
    const restore = () => {
      for (const { line, attributes } of silenced)
        for (const { name, value } of attributes) line.setAttribute(name, value)
    }
    const timer = setTimeout(restore, settleMs)
    return () => {
      clearTimeout(timer)
      restore()
    }
  }, [place])
}

function takeAttributes(line: Element): Attr[] {
  const attributes = [...line.attributes].filter(({ name }) =>
    /^(role|aria-live)$/.test(name),
  )
  for (const { name } of attributes) line.removeAttribute(name)
  return attributes
}
