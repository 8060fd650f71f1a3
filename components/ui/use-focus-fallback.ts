import { useEffect, useRef } from 'react'
import { holdFocus } from './hold-focus'

/**
 * Where the control that had the focus has gone with a change, the focus would
 * fall back to the start of the page. It goes to the element with this ref. Who
 * had the focus nowhere keeps it there, whatever changes.
 */
export function useFocusFallback<E extends HTMLElement>(change: unknown) {
  const fallback = useRef<E>(null)
  const held = useRef<Element | null>(null)
  useEffect(() => {
    held.current = document.activeElement
    return holdFocus((holder) => (held.current = holder))
  }, [])
  useEffect(() => {
    const isLost = document.activeElement === document.body
    if (isLost && isGone(held.current))
      fallback.current?.focus({ preventScroll: true })
  }, [change])
  return fallback
}

function isGone(element: Element | null): boolean {
  return (
    element !== null && (!element.isConnected || element.matches(':disabled'))
  )
}
