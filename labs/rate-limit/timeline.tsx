import type { Caller } from '@/contracts/rate-limit-choices'
import { isServed, lanesOf, levelsOf, tallyOf, type Run } from './figures'
import { runMsOf } from './plan'
import type { Tried } from './send-try'

/** Every request where it was sent, above it how much was left by then. */
export function Timeline({
  run,
  place,
  onLook,
}: {
  run: Run
  place: number
  onLook: (place: number) => void
}) {
  const untilMs = runMsOf(run.trial)
  const seconds = Math.floor(untilMs / 1000)
  return (
    <div className="rate-timeline">
      {lanesOf(run).map((callers) => (
        <div key={callers.join()}>
          <Level run={run} callers={callers} untilMs={untilMs} />
          {callers.map((caller) => (
            <Lane key={caller} {...{ run, caller, untilMs, place, onLook }} />
          ))}
        </div>
      ))}
      <div className="rate-axis" aria-hidden="true">
        {Array.from({ length: seconds + 1 }, (_, second) => (
          <span
            key={second}
            style={{ left: `${(second * 100_000) / untilMs}%` }}
          >
            {second === seconds ? `${second} s` : second}
          </span>
        ))}
      </div>
    </div>
  )
}

const height = 56

function Level({
  run,
  callers,
  untilMs,
}: {
  run: Run
  callers: readonly Caller[]
  untilMs: number
}) {
  const { burst, counting } = run.trial
  const [caller = 'greedy'] = callers
  const points = levelsOf(run, caller)
  const y = (level: number) => height - 2 - (level / burst) * (height - 4)
  const line = [{ atMs: 0, level: burst }, ...points].map(
    ({ atMs, level }) =>
      `${((atMs / untilMs) * 1000).toFixed(1)},${y(level).toFixed(1)}`,
  )
  const end = line.at(-1)?.split(',')[0] ?? '0'
  return (
    <div className="rate-level r-data">
      <span>
        {counting === 'token-bucket' ? 'tokens' : 'room'}
        {callers.length > 1 ? ' for both' : `, ${caller}`}
      </span>
      <svg
        viewBox={`0 0 1000 ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {points.length > 0 && (
          <>
            <polygon
              points={`0,${height} ${line.join(' ')} ${end},${height}`}
            />
            <polyline points={line.join(' ')} />
          </>
        )}
      </svg>
      <small aria-hidden="true">{burst}</small>
    </div>
  )
}

type LaneProps = {
  run: Run
  caller: Caller
  untilMs: number
  place: number
  onLook: (place: number) => void
}

function Lane({ run, caller, untilMs, place, onLook }: LaneProps) {
  const { served, refused } = tallyOf(run, caller)
  return (
    <div className="rate-lane">
      <p>
        <b>{caller}</b> {served} served, {refused} refused
      </p>
      <div aria-hidden="true">
        {run.tries.map((tried, at) =>
          tried.caller === caller ? (
            <Mark
              key={at}
              tried={tried}
              untilMs={untilMs}
              isShown={at === place}
              onLook={() => onLook(at)}
            />
          ) : null,
        )}
      </div>
    </div>
  )
}

/** For the mouse; the slider below does the same for everybody. */
function Mark({
  tried,
  untilMs,
  isShown,
  onLook,
}: {
  tried: Tried
  untilMs: number
  isShown: boolean
  onLook: () => void
}) {
  const kind = isServed(tried) ? 'is-served r-service' : 'is-refused r-fail'
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`rate-mark ${kind}${isShown ? ' is-shown' : ''}`}
      style={{ left: `${(tried.sentMs / untilMs) * 100}%` }}
      onClick={onLook}
    />
  )
}
