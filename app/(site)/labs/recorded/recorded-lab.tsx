'use client'

import { lazy, useEffect, useRef } from 'react'
import type { LabName } from '@/labs/labs'

/**
 * Drawn by the server and by nobody else: a browser that runs scripts reads
 * what is in a noscript element as text, and its bundle has none of this.
 */
const RecordedFigure =
  typeof window === 'undefined'
    ? lazy(() =>
        import('./figure').then((figure) => ({
          default: figure.RecordedFigure,
        })),
      )
    : null

/** What readers without scripts see of a lab: a real run, as a figure. */
export function RecordedLab({ lab }: { lab: LabName }) {
  return (
    <noscript className="recorded-lab">
      {RecordedFigure && <RecordedFigure lab={lab} />}
    </noscript>
  )
}

/** The same figure on paper, where a lab's buttons would be dead as well. */
export function RecordedOnPaper() {
  const paper = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const show = () => {
      const held = paper.current?.parentElement?.querySelector('.recorded-lab')
      // Written by our own server, and made markup by the page's policy.
      if (paper.current) paper.current.innerHTML = held?.textContent ?? ''
    }
    const clear = () => paper.current?.replaceChildren()
    addEventListener('beforeprint', show)
    addEventListener('afterprint', clear)
    return () => {
      removeEventListener('beforeprint', show)
      removeEventListener('afterprint', clear)
    }
  }, [])
  return <div className="recorded-paper" ref={paper} />
}
