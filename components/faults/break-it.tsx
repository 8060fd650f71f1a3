'use client'

import dynamic from 'next/dynamic'
import { useId, useState } from 'react'
import { Icon } from '../ui/icon'
import type { BoardProps } from './board'

/** The levers are loaded when somebody wants to see them. */
const Board = dynamic(() => import('./board').then((module) => module.Board), {
  ssr: false,
  loading: () => <p className="levers-wait">The levers are coming.</p>,
})

/** A strip of steel below the stage: the way to the fault board. */
export function BreakIt(board: BoardProps) {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  return (
    <section className="break-it" aria-label="Break it">
      <button
        type="button"
        className="break-it-head"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="unplug" size={18} />
        <b>Break it</b>
        <span>
          Nine levers. Each makes something go wrong with your next order.
        </span>
        <Icon name="chevron" size={16} className="break-it-turn" />
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <Board {...board} />}
      </div>
    </section>
  )
}
