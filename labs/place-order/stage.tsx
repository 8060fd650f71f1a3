'use client'

import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import { Brand } from '@/components/ui/brand'
import { StageNav } from '@/components/ui/stage-nav'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { GuestSide } from './guest-side'
import { Kitchen, type StageSource } from './kitchen'
import type { StageMenu } from './order-form'
import { showOf, type Show } from '@/components/trace/show'
import { OutsideOrders } from './outside-orders'
import { StagePass } from './stage-pass'
import { usePlayback } from '@/components/trace/use-playback'
import { usePress } from './use-press'
import { useSeen } from '@/components/trace/use-seen'

export type { StageMenu }

export type Recorded = { show: Show; day: string; version: string }

/** Both sides of the hatch: what the reader touches, and what it starts. */
export function Stage({
  menu,
  recorded,
}: {
  menu: StageMenu
  recorded: Recorded
}) {
  const { state, press, startAgain, mend } = usePress(menu.restaurant.slug)
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

  return (
    <section
      className="stage"
      aria-label="Stage: place an order and watch the kitchen"
    >
      <div className="front stage-front">
        <header className="stage-top">
          <Brand />
          <StageNav label="Main" />
          <ThemeToggle />
        </header>
        <h1 className="split">Press the button.</h1>
        <p className="stage-lede">
          A real order form. The black button is the one part of this side that
          reaches the other.
        </p>
        <GuestSide
          menu={menu}
          state={state}
          onPress={(basket, pressedAt) => {
            setIsReplayingRecorded(false)
            void press(basket, pressedAt)
          }}
          onStartAgain={startAgain}
          onMend={mend}
        />
      </div>
      <StagePass
        show={source === 'rest' ? null : show}
        state={source === 'own' ? state : null}
        atMs={playback.atMs}
        isSeen={isSeen}
      />
      <BackOfHouse seenBy={kitchen}>
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
      <OutsideOrders ownTraceId={state.traceId} />
    </section>
  )
}

function BackOfHouse({
  seenBy,
  children,
}: {
  seenBy: RefObject<HTMLDivElement | null>
  children: ReactNode
}) {
  return (
    <div className="back stage-back">
      <div className="stage-top">
        <StageNav label="Main" />
        <ThemeToggle />
      </div>
      <h2 className="split">Watch everything it starts.</h2>
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
