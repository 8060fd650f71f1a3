import {
  memo,
  useMemo,
  useRef,
  type KeyboardEvent,
  type PointerEvent,
} from 'react'
import {
  miniatureHeight,
  miniatureOf,
  miniatureWidth,
  stepTicks,
} from './miniature'
import { spokenPosition, type ReplayModel } from './model'
import type { ReplayControls } from './use-replay'
import { percent, placed, shift } from '../waterfall-bar'

/** The whole trace in miniature, to be dragged through; it speaks its step. */
export function Scrubber({
  model,
  controls,
  title,
  isWhole,
}: {
  model: ReplayModel
  controls: ReplayControls
  title: string
  /** Whether it is time for what is drawn of every span. */
  isWhole: boolean
}) {
  const track = useRef<HTMLDivElement>(null)
  const { index, atMs, goTo } = controls
  const share = model.endMs > 0 ? atMs / model.endMs : 0
  const ticks = useMemo(
    () => (isWhole ? stepTicks(model.moments, model.endMs, index) : []),
    [model, index, isWhole],
  )
  const drag = ({
    clientX,
    buttons,
    currentTarget,
    pointerId,
  }: PointerEvent) => {
    const box = track.current?.getBoundingClientRect()
    if (!box || buttons === 0) return
    currentTarget.setPointerCapture(pointerId)
    goTo(((clientX - box.left) / box.width) * model.endMs)
  }
  return (
    <div
      className="scrubber"
      role="slider"
      tabIndex={0}
      aria-label="Place in the trace"
      aria-valuemin={0}
      aria-valuemax={Number(model.endMs.toFixed(3))}
      aria-valuenow={Number(atMs.toFixed(3))}
      aria-valuetext={spokenPosition(model, index, atMs, title)}
      onPointerDown={drag}
      onPointerMove={drag}
      onKeyDown={(event) => {
        if (moveByKey(event, controls, model)) event.preventDefault()
      }}
    >
      <div className="scrubber-track" ref={track}>
        <span className="scrubber-done" style={{ width: percent(share) }} />
        {isWhole && <Miniature model={model} />}
        <span className="scrubber-knob" style={{ transform: placed(share) }} />
      </div>
      <div className="scrubber-ticks" aria-hidden="true">
        {ticks.map((tick) => (
          <span
            key={tick.index}
            className={
              tick.index === index
                ? 'is-current'
                : tick.isClose
                  ? 'is-close'
                  : undefined
            }
            style={{ transform: `${shift(tick.at)} translateX(-50%)` }}
          >
            {tick.index + 1}
          </span>
        ))}
      </div>
    </div>
  )
}

const Miniature = memo(function Miniature({ model }: { model: ReplayModel }) {
  return (
    <svg
      viewBox={`0 0 ${miniatureWidth} ${miniatureHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {miniatureOf(model.rows, model.endMs).map(({ place, path }) => (
        <path key={place} className={`r-${place}`} d={path} />
      ))}
    </svg>
  )
})

const stepsAPage = 5

/** The keys of a slider; a step is its unit. */
function moveByKey(
  { key }: KeyboardEvent,
  { index, goToStep, goTo, togglePlay }: ReplayControls,
  { steps }: ReplayModel,
): boolean {
  if (key === 'ArrowRight' || key === 'ArrowUp') goToStep(index + 1)
  else if (key === 'ArrowLeft' || key === 'ArrowDown') goToStep(index - 1)
  else if (key === 'PageUp') goToStep(index + stepsAPage)
  else if (key === 'PageDown') goToStep(index - stepsAPage)
  else if (key === 'Home') goToStep(0)
  else if (key === 'End') goTo(Infinity)
  else if (key === ' ') togglePlay()
  else return false
  return steps.length > 0
}
