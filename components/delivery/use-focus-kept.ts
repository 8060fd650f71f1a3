import { useEffect, useRef } from 'react'

/**
 * Where the pressed control has gone with the change it made, the focus would
 * fall back to the start of the page. It goes to the element with this ref.
 */
export function useFocusKept<E extends HTMLElement>(change: unknown) {
  const element = useRef<E>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    const isLost = document.activeElement === document.body
    if (isLost) element.current?.focus({ preventScroll: true })
  }, [change])
  return element
}
