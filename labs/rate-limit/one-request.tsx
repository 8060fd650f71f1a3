import { useId } from 'react'
import { figureOf } from '@/components/plot/plot-words'
import { isServed, type Run } from './figures'
import type { Tried } from './send-try'

/** One request of the run, looked at closely: what it was told, and its trace. */
export function OneRequest({
  run: { tries },
  place,
  onLook,
}: {
  run: Run
  place: number
  onLook: (place: number) => void
}) {
  const id = useId()
  const tried = tries[place]
  if (!tried) return null
  return (
    <div className="rate-one">
      <div className="rate-slider">
        <label htmlFor={id}>
          Request {place + 1} of {tries.length}
        </label>
        <input
          id={id}
          type="range"
          min={1}
          max={tries.length}
          value={place + 1}
          aria-valuetext={wordsOf(tried, place)}
          onChange={(event) => onLook(Number(event.target.value) - 1)}
        />
      </div>
      <p className="rate-one-words">
        <span>
          <b>{tried.caller}</b>, sent after {secondsOf(tried.sentMs)} s,
          answered in {figureOf(tried.tookMs)} ms
        </span>
        {tried.traceId && (
          <a href={`/trace/${tried.traceId}`}>Open the trace</a>
        )}
      </p>
      <pre className={`rate-wire ${isServed(tried) ? 'r-network' : 'r-fail'}`}>
        {statusLine(tried.status)}
        {tried.fields.map(([name, value]) => `\n${name}: ${value}`)}
      </pre>
    </div>
  )
}

function statusLine(status: number): string {
  return status === 429 ? '429 Too Many Requests' : `${status} OK`
}

function secondsOf(ms: number): string {
  return (ms / 1000).toFixed(2)
}

function wordsOf({ caller, sentMs, status }: Tried, place: number): string {
  return `Request ${place + 1}: ${caller}, after ${secondsOf(sentMs)} seconds, ${statusLine(status)}`
}
