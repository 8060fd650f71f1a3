import { memo, useEffect, useMemo, useRef } from 'react'
import type { Span } from '@/contracts/trace'
import { Icon } from '@/components/ui/icon'
import { stateAt, type SpanState } from '../playback'
import { momentText, sentenceOf } from '../story'
import { titleOf } from '../step-titles'
import { figure, grouped } from '../time-scale'
import type { ReplayModel } from './model'
import { machineLineOf } from './machine-line'
import { rowWindow, scrollTo, windowedAbove } from './row-window'
import type { ReplayStep } from './steps'
import { useHeld, type Places } from './use-held'
import { usePlacedSteps } from './use-placed-steps'
import type { ReplayControls } from './use-replay'
import { useView, type View } from './use-view'

const rowHeight = 37

/** The trace as a story: a sentence a step, the present one told in full. */
export function StoryPane({
  model,
  controls,
  isGrowing,
}: {
  model: ReplayModel
  controls: ReplayControls
  isGrowing: boolean
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const { steps } = model
  const { index, atMs, hrefOf } = controls
  const isWindowed = steps.length > windowedAbove
  const places = useMemo(
    () => (isWindowed ? placesOf(model) : null),
    [model, isWindowed],
  )
  const view = useView(scroller, places)
  const { first, count } = rowWindow(
    steps.length,
    rowHeight,
    view,
    0,
    isWindowed,
  )
  useHeld(scroller, places)
  usePlacedSteps(scroller, steps, isGrowing && !isWindowed)
  useStepSeen(scroller, index, isWindowed ? view : null)
  return (
    <section className="story-pane front" aria-labelledby="story-name">
      <div className="pane-head">
        <h2 id="story-name">Story</h2>
        <span className="micro" key={steps.length}>
          step {index + 1} of {grouped(steps.length)}
        </span>
      </div>
      <div className="story-scroller" ref={scroller}>
        <ol
          className={isWindowed ? 'replay-story is-windowed' : 'replay-story'}
          start={first + 1}
          style={isWindowed ? { height: steps.length * rowHeight } : undefined}
        >
          {steps.slice(first, first + count).map((step) => (
            <StoryStep
              key={step.row.span.spanId}
              step={step}
              state={stateAt(step.row, atMs)}
              isCurrent={step.number === index + 1}
              isTold={!isWindowed}
              top={isWindowed ? (step.number - 1) * rowHeight : undefined}
              href={hrefOf(step.number - 1)}
            />
          ))}
        </ol>
      </div>
      <p className="story-foot" aria-hidden="true">
        <kbd>J</kbd>
        <kbd>K</kbd> step by step
        <span />
        <kbd>1</kbd>
        <kbd>4</kbd> views
      </p>
    </section>
  )
}

function placesOf({ steps, stepBySpan }: ReplayModel): Places {
  return {
    topOf: (id) => {
      const index = stepBySpan.get(id)
      return index === undefined ? null : index * rowHeight
    },
    rowAt: (scrollTop) => {
      const index = Math.floor(scrollTop / rowHeight)
      const step = steps[index]
      return step ? { id: step.row.span.spanId, top: index * rowHeight } : null
    },
  }
}

const smallScreen = '(max-width: 900px)'

/** The present step stays on the screen, within its own pane. */
function useStepSeen(
  scroller: { current: HTMLDivElement | null },
  index: number,
  view: View | null,
) {
  const latest = useRef(view)
  useEffect(() => {
    latest.current = view
  })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    // Of a windowed list all is known, and nothing is laid out to look.
    if (latest.current) {
      const { scrollTop } = latest.current
      const top = scrollTo(
        index * rowHeight,
        rowHeight,
        latest.current,
        rowHeight,
      )
      if (top !== scrollTop) element.scrollTo({ top })
      return
    }
    const item = element.querySelector<HTMLElement>('[aria-current="step"]')
    // On a small screen it is the page that scrolls, below the transport.
    if (item && element.scrollHeight <= element.clientHeight + 1) {
      if (matchMedia(smallScreen).matches)
        item.scrollIntoView({ block: 'nearest' })
      return
    }
    const top = item ? heightAbove(item) : index * rowHeight
    const height = item?.offsetHeight ?? rowHeight
    const view = { scrollTop: element.scrollTop, height: element.clientHeight }
    element.scrollTo({ top: scrollTo(top, height, view, rowHeight) })
  }, [scroller, index])
}

/** The steps of a story that grows are moved: where they lie does not say. */
function heightAbove(item: HTMLElement): number {
  let height = 0
  for (
    let above = item.previousElementSibling;
    above instanceof HTMLElement;
    above = above.previousElementSibling
  )
    height += above.offsetHeight
  return height
}

type StepProps = {
  step: ReplayStep<Span>
  state: SpanState
  isCurrent: boolean
  isTold: boolean
  href: string
  top?: number
}

const StoryStep = memo(function StoryStep(props: StepProps) {
  const { step, state, isCurrent, href } = props
  const { span, place, startMs } = step.row
  const isFailed = span.status.code === 'error'
  return (
    <li
      className={`replay-step is-${state} r-${isFailed ? 'fail' : place}${isCurrent ? ' is-current' : ''}`}
      style={
        props.top === undefined
          ? undefined
          : { transform: `translateY(${props.top}px)` }
      }
      aria-current={isCurrent ? 'step' : undefined}
    >
      <a href={href}>
        <span
          className="replay-step-number"
          key={`number ${step.number}`}
          aria-hidden="true"
        >
          {step.number}
        </span>
        <Icon name={isFailed ? 'fail' : place} size={15} />
        <span className="replay-step-title">
          {titleOf(span)}
          {isFailed && <span className="sr-only">, failed</span>}
        </span>
        <span className="replay-step-time" key={`at ${startMs}`}>
          <span aria-hidden="true">{figure(startMs)}</span>
          <span className="sr-only">, {momentText(startMs)}</span>
        </span>
      </a>
      {props.isTold && <Telling span={span} isShown={isCurrent} />}
    </li>
  )
})

/**
 * The step in a sentence, and what the machine saw of it. A screen reader is
 * told every sentence, and so is a reader without scripts, or on paper.
 */
function Telling({ span, isShown }: { span: Span; isShown: boolean }) {
  const machine = isShown ? machineLineOf(span) : null
  return (
    <div className={isShown ? 'replay-step-more' : 'replay-step-rest'}>
      <p>{sentenceOf(span)}</p>
      {machine && <code>{machine}</code>}
    </div>
  )
}
