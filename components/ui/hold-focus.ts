/**
 * Tells who has got the focus, and null when a press may take it elsewhere.
 * Returns what ends that.
 */
export function holdFocus(
  onHolder: (holder: HTMLElement | null) => void,
): () => void {
  const hold = ({ target }: FocusEvent) =>
    onHolder(target instanceof HTMLElement ? target : null)
  const letGo = () => onHolder(null)
  document.addEventListener('focusin', hold)
  // Before the focus that the press may give.
  document.addEventListener('pointerdown', letGo)
  return () => {
    document.removeEventListener('focusin', hold)
    document.removeEventListener('pointerdown', letGo)
  }
}
