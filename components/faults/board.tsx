import { useState, useSyncExternalStore } from 'react'
import { boardFault, boardFaultNames } from '@/contracts/fault-board'
import type { BoardFaultName } from '@/contracts/fault-board'
import { Status } from '@/components/ui/status'
import { Icon } from '../ui/icon'
import type { Armed } from './armed'
import { keepRun, keptRuns, onRun, type Runs } from './kept-runs'
import { LeverCard } from './lever-card'
import { runWords } from './run-words'
import { sendArmed } from './send-armed'

export type BoardProps = {
  /** What the page takes a dish to cost, in minor units. */
  priceOf: (dish: string) => number
  /** Whether an order is on its way. */
  isBusy: boolean
  /** What is known of it meanwhile. */
  news: string
  orderLabel: string
  /** How the next order is to be sent; null for as always. */
  onArm: (armed: Armed | null) => void
  onOrder: (pressedAt: number) => void
}

const none: Runs = {}

/** Nine ways to break an order, what protects it, and what came of it. */
export function Board(props: BoardProps) {
  const { priceOf, isBusy, news, orderLabel, onArm, onOrder } = props
  const [armed, setArmed] = useState<BoardFaultName | null>(null)
  const [open, setOpen] = useState<ReadonlySet<BoardFaultName>>(new Set())
  const [said, setSaid] = useState('')
  const runs = useSyncExternalStore(onRun, keptRuns, () => none)

  function arm(name: BoardFaultName | null, unprotected = open) {
    setArmed(name)
    if (!name) return onArm(null)
    const isProtected = !unprotected.has(name)
    onArm({
      isProtected,
      send: async (wish, press) => {
        setSaid('')
        const lever = { name, isProtected, priceOf }
        const sent = await sendArmed(lever, wish, press)
        keepRun(name, isProtected, sent.run)
        setSaid(`${boardFault(name).title}: ${runWords(sent.run)}`)
        arm(null)
        if (sent.placed) return sent.placed
        throw sent.error
      },
    })
  }
  function guard(name: BoardFaultName, isProtected: boolean) {
    const next = new Set(open)
    if (isProtected) next.delete(name)
    else next.add(name)
    setOpen(next)
    if (armed === name) arm(name, next)
  }

  return (
    <div className="levers">
      <div className="levers-head">
        <p>
          <Status>{status({ armed, open, isBusy, news, said })}</Status>
        </p>
        <button
          type="button"
          className="levers-order"
          aria-disabled={isBusy || armed === null}
          onClick={({ timeStamp }) => {
            if (!isBusy && armed !== null) onOrder(timeStamp)
          }}
        >
          <Icon name="retry" size={15} />
          {orderLabel}
        </button>
      </div>
      <ul className="levers-list">
        {boardFaultNames.map((name) => (
          <LeverCard
            key={name}
            name={name}
            isArmed={armed === name}
            isRunning={armed === name && isBusy}
            isProtected={!open.has(name)}
            isLocked={isBusy}
            outcomes={runs[name]}
            onArm={(isArmed) => arm(isArmed ? name : null)}
            onGuard={(isProtected) => guard(name, isProtected)}
          />
        ))}
      </ul>
    </div>
  )
}

function status({
  armed,
  open,
  isBusy,
  news,
  said,
}: {
  armed: BoardFaultName | null
  open: ReadonlySet<BoardFaultName>
  isBusy: boolean
  news: string
  said: string
}): string {
  if (isBusy) return news || 'The order is on its way.'
  if (armed) {
    const { title } = boardFault(armed)
    return open.has(armed)
      ? `One fault is in your next order: ${title}, without its protection.`
      : `One fault is in your next order: ${title}.`
  }
  return (
    said ||
    'Throw a lever and order. Untick its protection, and order the same again without it.'
  )
}
