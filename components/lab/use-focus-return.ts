import { useEffect, type RefObject } from 'react'
import { holdFocus } from '@/components/ui/hold-focus'

/**
 * A button that is switched off while it works loses the focus, and the
 * browser does not give it back. This does, to whoever came there by keyboard
 * and has not gone elsewhere meanwhile.
 */
export function useFocusReturn(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = place.current
    if (!root) return
    let held: HTMLElement | null = null
    const end = holdFocus((holder) => {
      const isOurs = holder !== null && root.contains(holder)
      held = isOurs && holder.matches(':focus-visible') ? holder : null
    })
    const observer = new MutationObserver(() => {
      const isLost = document.activeElement === document.body
      if (held?.isConnected && isLost && !held.matches(':disabled'))
        held.focus({ preventScroll: true })
    })
    observer.observe(root, { subtree: true, attributeFilter: ['disabled'] })
    return () => {
      end()
      observer.disconnect()
    }
  }, [place])
}
