import { useEffect, useRef } from 'react'

/**
 * Where the control that had the focus has gone with a change, the focus would
 * fall back to the start of the page. It goes to the element with this ref. Who
 * had the focus nowhere keeps it there, whatever changes.
 */
export function useFocusKept<E extends HTMLElement>(change: unknown) {
  const element = useRef<E>(null)
  const held = useRef<Element | null>(null)
  useEffect(() => {
    const hold = () => (held.current = document.activeElement)
    const letGo = () => (held.current = null)
    hold()
    document.addEventListener('focusin', hold)
    // Before the focus that the press may give.
    document.addEventListener('pointerdown', letGo)
    return () => {
      document.removeEventListener('focusin', hold)
      document.removeEventListener('pointerdown', letGo)
    }
  }, [])
  useEffect(() => {
    const isLost = document.activeElement === document.body
    if (isLost && isGone(held.current))
      element.current?.focus({ preventScroll: true })
  }, [change])
  return element
}

function isGone(element: Element | null): boolean {
  return (
    element !== null && (!element.isConnected || element.matches(':disabled'))
  )
}
