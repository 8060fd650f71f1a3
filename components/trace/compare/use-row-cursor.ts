import { useEffect, useRef, useState } from 'react'

/** The one cursor of both traces; its place is kept in the page's address. */
export function useRowCursor(
  opened: number | null,
  count: number,
  hrefOf: (row: number) => string,
) {
  const [row, setRow] = useState(opened)
  const latest = useRef({ row, count, hrefOf })
  useEffect(() => {
    latest.current = { row, count, hrefOf }
  })
  const goTo = (next: number) => {
    const bounded = Math.min(Math.max(next, 1), latest.current.count)
    setRow(bounded)
    const { hrefOf } = latest.current
    window.history.replaceState(window.history.state, '', hrefOf(bounded))
  }
  const goToLatest = useRef(goTo)
  useEffect(() => {
    goToLatest.current = goTo
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const { target } = event
      if (target instanceof Element && target.closest('input, dialog')) return
      const by = steps[event.key.toLowerCase()]
      if (by === undefined) return
      event.preventDefault()
      goToLatest.current((latest.current.row ?? 0) + by)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return { row, goTo }
}

const steps: Record<string, number> = {
  j: 1,
  arrowdown: 1,
  k: -1,
  arrowup: -1,
}
