'use client'

import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import { BetLine } from '@/components/predict/bet-line'
import type { Question } from '@/components/predict/questions'
import { SearchLink } from '@/components/search/search-link'
import { Brand } from '@/components/ui/brand'
import { StageNav } from '@/components/ui/stage-nav'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { BreakIt } from '@/components/faults/break-it'
import type { Armed } from '@/components/faults/armed'
import { pressWords } from '@/components/press-words'
import { GuestSide } from './guest-side'
import { Kitchen, type StageSource } from './kitchen'
import { countItems, priceOn, type Basket, type StageMenu } from './order-form'
import { showOf, type Show } from '@/components/trace/show'
import { OutsideOrders } from './outside-orders'
import { StagePass } from './stage-pass'
import { usePlayback } from '@/components/trace/use-playback'
import { usePress, type PressState } from './use-press'
import { useSeen } from '@/components/trace/use-seen'

export type { StageMenu }

export type Recorded = {
  show: Show
  /** What can be bet on the next order, before it is placed. */
  questions: readonly Question[]
  day: string
  version: string
}

type StageProps = {
  menu: StageMenu
  recorded: Recorded
  /** Among the words of a chapter it has neither header nor great heading. */
  isInFlow?: boolean
}

/** Both sides of the hatch: what the reader touches, and what it starts. */
export function Stage({ menu, recorded, isInFlow = false }: StageProps) {
  const { state, press, startAgain, mend } = usePress(menu.restaurant.slug)
  const [basket, setBasket] = useState<Basket>(() =>
    Object.fromEntries(menu.dishes.map(({ id, quantity }) => [id, quantity])),
  )
  const armed = useRef<Armed | null>(null)
  const [isReplayingRecorded, setIsReplayingRecorded] = useState(false)
  const kitchen = useRef<HTMLDivElement>(null)
  const isSeen = useSeen(kitchen)
  const own = useShow(state.traceId, state.spans)
  const source: StageSource =
    state.phase === 'idle' ? (isReplayingRecorded ? 'recorded' : 'rest') : 'own'
  const told = source === 'own' ? own : recorded.show
  const playback = usePlayback(told, isSeen)
  const started = useAutoplay(own, state.traceId, playback.replay)
  const show = source !== 'own' || own?.traceId === started ? told : null

  const order = (pressedAt: number) => {
    setIsReplayingRecorded(false)
    void press(basket, pressedAt, armed.current)
  }

  return (
    <section
      className={isInFlow ? 'stage is-in-flow' : 'stage'}
      aria-label="Stage: place an order and watch the kitchen"
    >
      <FrontOfHouse isInFlow={isInFlow}>
        <GuestSide
          menu={menu}
          basket={basket}
          state={state}
          onBasket={setBasket}
          onPress={order}
          onStartAgain={startAgain}
          onMend={mend}
        >
          <OwnBet {...{ recorded, state, own }} />
        </GuestSide>
      </FrontOfHouse>
      <StagePass
        show={source === 'rest' ? null : show}
        state={source === 'own' ? state : null}
        atMs={playback.atMs}
        isSeen={isSeen}
      />
      <BackOfHouse isInFlow={isInFlow} seenBy={kitchen}>
        <Kitchen
          source={source}
          show={show}
          state={state}
          recorded={recorded}
          playback={playback}
          onReplayRecorded={() => {
            setIsReplayingRecorded(true)
            playback.replay()
          }}
        />
      </BackOfHouse>
      <BreakIt
        priceOf={(dish) => priceOn(menu, dish)}
        isBusy={state.phase === 'sending'}
        news={pressWords(state.news, state.hasRenewed)}
        orderLabel={state.phase === 'placed' ? 'Order again' : 'Place order'}
        onArm={(next) => {
          armed.current = next
        }}
        onOrder={(pressedAt) => {
          if (countItems(basket) > 0) order(pressedAt)
        }}
      />
      <OutsideOrders ownTraceId={state.traceId} />
    </section>
  )
}

function FrontOfHouse({
  isInFlow,
  children,
}: {
  isInFlow: boolean
  children: ReactNode
}) {
  return (
    <div className="front stage-front">
      {isInFlow ? (
        <h3 className="split">Press the button.</h3>
      ) : (
        <>
          <header className="stage-top">
            <Brand />
            <StageNav label="Main" />
            <SearchLink />
            <ThemeToggle />
          </header>
          {/* Who skips to the main part skips this header, which is in it. */}
          <h1 className="split" id="main" tabIndex={-1}>
            Press the button.
          </h1>
        </>
      )}
      <p className="stage-lede">
        A real order form. The black button is the one part of this side that
        reaches the other.
      </p>
      {children}
    </div>
  )
}

/** What the reader bets on this order, before they place it. */
function OwnBet({
  recorded,
  state,
  own,
}: {
  recorded: Recorded
  state: PressState
  own: Show | null
}) {
  return (
    <BetLine
      questions={recorded.questions}
      traceId={state.traceId}
      spans={state.spans}
      isOver={own?.isDelivered ?? false}
    />
  )
}

function BackOfHouse({
  isInFlow,
  seenBy,
  children,
}: {
  isInFlow: boolean
  seenBy: RefObject<HTMLDivElement | null>
  children: ReactNode
}) {
  return (
    <div className="back stage-back">
      {isInFlow ? (
        <h3 className="split">Watch everything it starts.</h3>
      ) : (
        <>
          <div className="stage-top">
            <StageNav label="Main" />
            <SearchLink />
            <ThemeToggle />
          </div>
          <h2 className="split">Watch everything it starts.</h2>
        </>
      )}
      <p className="stage-lede">
        A real route handler, session check and database. Every bar is measured
        on your own click, then slowed down until you can read it.
      </p>
      <div ref={seenBy}>{children}</div>
    </div>
  )
}

function useShow(
  traceId: string | null,
  spans: Parameters<typeof showOf>[1],
): Show | null {
  return useMemo(() => {
    const isTelling = spans.some(({ service }) => service !== 'browser')
    return traceId && isTelling ? showOf(traceId, spans) : null
  }, [traceId, spans])
}

/**
 * Starts once the ticket has crossed and the trace is there, the restaurant's
 * part too if it comes soon. Returns the trace that has been started.
 */
function useAutoplay(
  own: Show | null,
  traceId: string | null,
  replay: () => void,
): string | null {
  const [started, setStarted] = useState<string | null>(null)
  const crossed = useRef(0)
  useEffect(() => {
    if (traceId) crossed.current = performance.now() + 620
  }, [traceId])
  useEffect(() => {
    if (!own || started === own.traceId) return
    const ready = crossed.current - performance.now()
    const timer = setTimeout(
      () => {
        setStarted(own.traceId)
        replay()
      },
      Math.max(own.isDelivered ? 60 : 1200, ready),
    )
    return () => clearTimeout(timer)
  }, [own, started, replay])
  return started
}
