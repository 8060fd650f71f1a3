import { useEffect, useRef } from 'react'
import { inspectorViews } from '../inspector-views'
import type { ReplayControls } from './use-replay'

/** Keys that something else on the page answers to when it has the focus. */
const ownKeys =
  'input, textarea, select, [contenteditable], [role="slider"], [role="tab"], dialog'

/**
 * Space plays and pauses, the arrows and J and K step, Home and End go to the
 * ends, 1 to 4 open a view. With a modifier a key stays the browser's own.
 */
export function useKeys(controls: ReplayControls, stepCount: number): void {
  const latest = useRef({ controls, stepCount })
  useEffect(() => {
    latest.current = { controls, stepCount }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const { target } = event
      if (target instanceof Element) {
        if (target.closest(ownKeys)) return
        // On a button or a link, space and return are its own.
        if (event.key === ' ' && target.closest('button, a, summary')) return
      }
      if (answer(event.key, latest.current)) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

function answer(
  key: string,
  {
    controls,
    stepCount,
  }: {
    controls: ReplayControls
    stepCount: number
  },
): boolean {
  const { index, goToStep, goTo, togglePlay, setView } = controls
  const view = inspectorViews[Number(key) - 1]
  if (view) setView(view)
  else if (key === ' ') togglePlay()
  else if (key === 'ArrowRight' || key.toLowerCase() === 'j')
    goToStep(index + 1)
  else if (key === 'ArrowLeft' || key.toLowerCase() === 'k') goToStep(index - 1)
  else if (key === 'Home') goToStep(0)
  else if (key === 'End') {
    goToStep(stepCount - 1)
    goTo(Infinity)
  } else return false
  return true
}
