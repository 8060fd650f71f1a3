import { useEffect, type RefObject } from 'react'

/**
 * A button that is switched off while it works loses the focus, and the
 * browser does not give it back. This does, to whoever came there by keyboard
 * and has not gone elsewhere meanwhile.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = place.current
    if (!root) return
    let held: HTMLElement | null = null
    const hold = ({ target }: FocusEvent) => {
      const isOurs = target instanceof HTMLElement && root.contains(target)
      held = isOurs && target.matches(':focus-visible') ? target : null
    }
    const letGo = () => (held = null)
    const observer = new MutationObserver(() => {
      const isLost = document.activeElement === document.body
      if (held?.isConnected && isLost && !held.matches(':disabled'))
        held.focus({ preventScroll: true })
    })
    document.addEventListener('focusin', hold)
    document.addEventListener('pointerdown', letGo)
    observer.observe(root, { subtree: true, attributeFilter: ['disabled'] })
    return () => {
      document.removeEventListener('focusin', hold)
      document.removeEventListener('pointerdown', letGo)
      observer.disconnect()
    }
  }, [place])
}
