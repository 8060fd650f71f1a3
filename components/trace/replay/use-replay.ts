import { useEffect, useRef, useState } from 'react'
import type { InspectorView } from '../inspector-views'
import { readAddress, writeAddress, type ReplayAddress } from './address'
import type { ReplayModel } from './model'
import { stepAt } from './steps'
import { useOwnLinks } from './use-own-links'
import { advance, pauseBetween, speedFor, type Speed } from '../transport'

/** Where the one cursor stands. A span is named when it is not the step's own. */
type Cursor = { stepId: string; atMs: number; spanId: string | null }

export type ReplayControls = ReturnType<typeof useReplay>

/**
 * The cursor that story, timeline, map and inspector share, and what moves it.
 * Its place is kept in the page's address.
 */
export function useReplay(
  model: ReplayModel,
  opened: ReplayAddress,
  others = '',
) {
  const [cursor, setCursor] = useState(() => cursorFor(model, opened))
  const [view, setView] = useState<InspectorView>(opened.view ?? 'code')
  const [isPlaying, setIsPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(() => speedFor(model.endMs))
  const index = model.stepBySpan.get(cursor.stepId) ?? 0
  const { atMs } = cursor

  function goToStep(next: number) {
    const bounded = Math.min(Math.max(next, 0), model.steps.length - 1)
    const step = model.steps[bounded]
    if (!step) return
    const atMs = model.moments[bounded] ?? 0
    setCursor({ stepId: step.row.span.spanId, atMs, spanId: null })
  }
  function goTo(ms: number) {
    const bounded = Math.min(Math.max(ms, 0), model.endMs)
    const step = model.steps[stepAt(model.steps, bounded)]
    if (!step) return
    setCursor({ stepId: step.row.span.spanId, atMs: bounded, spanId: null })
  }
  const moveBy = (move: () => void) => {
    setIsPlaying(false)
    move()
  }
  usePlaying(isPlaying, { model, speed, atMs, goTo, goToStep, index }, () =>
    setIsPlaying(false),
  )
  const address = addressOf(model, index, cursor, view)
  useAddress(writeAddress(address, others), isPlaying)
  const openAt = (address: ReplayAddress) => {
    setIsPlaying(false)
    setCursor(cursorFor(model, address))
    setView(address.view ?? 'code')
  }
  useBack(openAt)
  useOwnLinks(openAt)

  return {
    index,
    atMs,
    spanId: cursor.spanId ?? cursor.stepId,
    view,
    isPlaying,
    speed,
    isAtEnd: atMs >= model.endMs,
    setView,
    setSpeed,
    goToStep: (next: number) => moveBy(() => goToStep(next)),
    goTo: (ms: number) => moveBy(() => goTo(ms)),
    togglePlay: () => {
      if (!isPlaying && atMs >= model.endMs) goTo(0)
      setIsPlaying(!isPlaying)
    },
    stepIndexOf: (spanId: string) => model.stepBySpan.get(spanId) ?? 0,
    /** The address of a step, or of a span, with the view that is open. */
    hrefOf: (step: number, spanId: string | null = null) =>
      writeAddress({ step: step + 1, view, span: spanId, atMs: null }, others),
  }
}

/**
 * Where an address leads. Without one, to the first step: of a trace of ours at
 * its beginning, to be played; of another's with all of it drawn already.
 */
function cursorFor(model: ReplayModel, address: ReplayAddress): Cursor {
  const named = address.span ? model.stepBySpan.get(address.span) : undefined
  const wanted = named ?? (address.step ?? 1) - 1
  const index = Math.min(Math.max(wanted, 0), model.steps.length - 1)
  const stepId = model.steps[index]?.row.span.spanId ?? ''
  const spanId = named === undefined ? null : address.span
  const isBare = address.step === null && named === undefined
  const moment =
    isBare && !model.isOwn ? model.endMs : (model.moments[index] ?? 0)
  const atMs = address.atMs ?? moment
  return {
    stepId,
    atMs: Math.min(atMs, model.endMs),
    spanId: spanId === stepId ? null : spanId,
  }
}

function addressOf(
  model: ReplayModel,
  index: number,
  { atMs, spanId }: Cursor,
  view: InspectorView,
): ReplayAddress {
  const isOwn = Math.abs((model.moments[index] ?? 0) - atMs) < 0.0005
  return { step: index + 1, view, span: spanId, atMs: isOwn ? null : atMs }
}

type Playing = {
  model: ReplayModel
  speed: Speed
  atMs: number
  index: number
  goTo: (ms: number) => void
  goToStep: (index: number) => void
}

/** Moves the playhead while it plays; from step to step without motion. */
function usePlaying(
  isPlaying: boolean,
  playing: Playing,
  onEnd: () => void,
): void {
  const latest = useRef({ playing, onEnd })
  useEffect(() => {
    latest.current = { playing, onEnd }
  })
  useEffect(() => {
    if (!isPlaying) return
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const { model, speed } = latest.current.playing
      const timer = setInterval(
        () => stepOn(latest.current),
        pauseBetween(model.endMs, model.steps.length, speed),
      )
      return () => clearInterval(timer)
    }
    let before = performance.now()
    let at = latest.current.playing.atMs
    let frame = requestAnimationFrame(function tick(now) {
      const { playing, onEnd } = latest.current
      at = advance(at, now - before, playing.speed, playing.model.endMs)
      before = now
      playing.goTo(at)
      if (at >= playing.model.endMs) onEnd()
      else frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  }, [isPlaying])
}

function stepOn({ playing, onEnd }: { playing: Playing; onEnd: () => void }) {
  const { model, index, goTo, goToStep } = playing
  if (index + 1 < model.steps.length) return goToStep(index + 1)
  goTo(model.endMs)
  onEnd()
}

/** Keeps the address up to date, once the reader has moved anything. */
function useAddress(query: string, isPlaying: boolean): void {
  const opened = useRef(query)
  useEffect(() => {
    if (isPlaying || opened.current === query) return
    const timer = setTimeout(() => {
      opened.current = ''
      window.history.replaceState(window.history.state, '', query)
    }, 120)
    return () => clearTimeout(timer)
  }, [query, isPlaying])
}

function useBack(onBack: (address: ReplayAddress) => void): void {
  const latest = useRef(onBack)
  useEffect(() => {
    latest.current = onBack
  })
  useEffect(() => {
    const listen = () => {
      const params = new URLSearchParams(window.location.search)
      latest.current(readAddress(Object.fromEntries(params)))
    }
    window.addEventListener('popstate', listen)
    return () => window.removeEventListener('popstate', listen)
  }, [])
}
