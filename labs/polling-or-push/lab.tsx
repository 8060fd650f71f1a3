'use client'

import { useEffect, useRef, useState } from 'react'
import type { Money } from '@/contracts/money'
import { usePlaceOrder } from '@/components/delivery/use-place-order'
import { useSeen } from '@/components/trace/use-seen'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Axis } from './axis'
import { Beside } from './beside'
import { BetCard, noBet } from './bet-card'
import { Columns } from './columns'
import { Controls } from './controls'
import { LogTable } from './log-table'
import { QuietMinute } from './quiet-minute'
import { Run } from './run'
import { sentenceOf } from './sentence'
import { useRunState, useVisible } from './use-run'

type Menu = {
  restaurant: { slug: string; name: string }
  dishes: { id: string; name: string; price: Money; quantity: number }[]
}

/** One order, followed in three ways at once; what each costs is measured. */
export function PollingOrPushLab({ menu }: { menu: Menu }) {
  const root = useRef<HTMLDivElement>(null)
  const isSeen = useVisible(useSeen(root))
  const [everyMs, setEveryMs] = useState(2_000)
  const [bet, setBet] = useState(noBet)
  const [run, setRun] = useState<Run | null>(null)
  const state = useRunState(run)
  const placing = usePlaceOrder({
    onPlaced: ({ id }) => setRun(new Run(id, everyMs)),
    onRefused: () => undefined,
  })
  useEffect(() => () => run?.stop(), [run])
  useEffect(() => {
    if (isSeen) run?.resume()
    else run?.pause()
  }, [run, isSeen])

  const isUnderWay = placing.isSending || (!!state && state.phase !== 'over')
  const sentence = sentenceOf(state, placing.isSending)
  const lines = menu.dishes.filter(({ quantity }) => quantity > 0)
  const wish = {
    restaurant: menu.restaurant.slug,
    lines: lines.map(({ id, quantity }) => ({ dish: id, quantity })),
  }
  return (
    <div className="push-lab" ref={root}>
      <div className="front push-start">
        <BetCard
          bet={bet}
          state={state}
          isLocked={isUnderWay}
          onBet={setBet}
          onAgain={() => {
            setBet(noBet)
            setRun(null)
          }}
        />
        <Controls
          restaurant={menu.restaurant.name}
          lines={lines}
          state={state}
          isUnderWay={isUnderWay}
          everyMs={everyMs}
          problem={placing.problem?.words ?? null}
          onEvery={setEveryMs}
          onPlace={(pressedAt) => void placing.press(wish, pressedAt)}
          onStop={() => run?.stop()}
        />
      </div>
      <p className="front push-sentence" aria-hidden="true">
        {sentence}
      </p>
      <SpokenLine>{sentence}</SpokenLine>
      <Columns state={state} everyMs={state?.everyMs ?? everyMs} />
      <Axis state={state} />
      <LogTable state={state} />
      <QuietMinute state={state} />
      <Beside state={state} />
    </div>
  )
}
