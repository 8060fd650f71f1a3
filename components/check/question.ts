import type { ReactNode } from 'react'
import type { Pick } from '@/contracts/check-question'

export type Asked<Kind> = {
  question: Kind
  /** How often it was asked before: 0 at first. */
  round: number
  onAnswer: (isRight: boolean) => void
  /** The way back to the section that tells it. */
  back: ReactNode
}

/** First the values as they stand, so that every reader's first page is one. */
export function pickIn(round: number): Pick {
  return (first, ...others) => {
    const all = [first, ...others]
    if (round === 0) return first
    return all[Math.floor(Math.random() * all.length)] ?? first
  }
}

/** Out of order, and never by chance in it. The same for everybody at first. */
export function shuffled<Item>(items: readonly Item[], round: number): Item[] {
  const mixed = items.map((item, at) => ({
    item,
    by: round === 0 ? (at * 7 + 3) % (items.length + 1) : Math.random(),
  }))
  const result = mixed.sort((a, b) => a.by - b.by).map(({ item }) => item)
  const isSame = result.every((item, at) => item === items[at])
  return isSame ? [...result.slice(1), ...result.slice(0, 1)] : result
}
