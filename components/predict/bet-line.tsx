import { useState, type ComponentType } from 'react'
import type { BetProps } from './bet'

/** A closed line; the questions behind it are loaded when it is opened. */
export function BetLine(props: BetProps) {
  const [Bet, setBet] = useState<ComponentType<BetProps>>()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="bet-line">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(!isOpen)
          if (!Bet) void import('./bet').then(({ Bet }) => setBet(() => Bet))
        }}
      >
        <b>Bet first</b> What will your order do?
      </button>
      {Bet && (
        <div hidden={!isOpen}>
          <Bet {...props} />
        </div>
      )}
    </div>
  )
}
