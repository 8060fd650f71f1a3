import { memo, useEffect, useRef } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'
import { surfaceOf } from '../inspector-views'
import { machineLineOf } from '../replay/machine-line'
import { sentenceOf } from '../story'
import { duration, figure } from '../time-scale'
import type { ComparedRow, ComparedStep, Mark } from './compare-traces'
import {
  factorOf,
  markWords,
  ratioWords,
  rowSentence,
  timeWords,
} from './compare-words'
import { replayHref, type Side } from './side'

const markIcons: Record<Mark, IconName> = {
  same: 'equal',
  slower: 'clock',
  faster: 'clock',
  added: 'plus',
  repeated: 'retry',
  missing: 'minus',
}

type RowProps = {
  row: ComparedRow
  number: number
  href: string
  a: Side
  b: Side
  /** How long the longer of the two traces is. */
  endMs: number
  isCurrent: boolean
  onChoose: (number: number) => void
}

/** A step in both traces, or what stands where one of them has none. */
export const CompareRow = memo(function CompareRow(props: RowProps) {
  const { row, number, href, a, b, endMs, isCurrent, onChoose } = props
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li
      ref={item}
      className={`compare-row ${surfaceOf(row.place)} r-${row.place} is-${row.mark}${isCurrent ? ' is-current' : ''}`}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <Cell letter="A" side={a} row={row} step={row.a} endMs={endMs} />
      <a
        className="compare-mark"
        href={href}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          onChoose(number)
        }}
      >
        <Icon name={row.isOtherEnd ? 'fail' : markIcons[row.mark]} size={15} />
        <span>{markText(row)}</span>
        <span className="sr-only">. {rowSentence(row)}</span>
      </a>
      <Cell
        letter="B"
        side={b}
        row={row}
        step={row.b}
        endMs={endMs}
        usualMs={row.a?.durationMs}
      />
      {isCurrent && (
        <>
          <Detail letter="A" side={a} step={row.a} />
          <Detail letter="B" side={b} step={row.b} />
        </>
      )}
    </li>
  )
})

function markText(row: ComparedRow): string {
  const { mark, ratio, time, isOtherEnd, b } = row
  if (isOtherEnd) return b?.isFailed ? 'fails in B' : 'fails in A'
  if (mark === 'repeated') return timeWords(time)
  const isTimed = mark === 'slower' || mark === 'faster'
  return isTimed && ratio !== null
    ? `${markWords[mark]}, ${ratioWords(factorOf(row))}`
    : markWords[mark]
}

type CellProps = {
  letter: 'A' | 'B'
  side: Side
  row: ComparedRow
  step: ComparedStep | null
  endMs: number
  /** How long it takes in the other trace: what is beyond it is hatched. */
  usualMs?: number
}

function Cell({ letter, side, row, step, endMs, usualMs }: CellProps) {
  if (!step) {
    return (
      <span className="compare-cell is-nothing" aria-hidden="true">
        <span className="compare-letter">{letter}</span>
        <span>nothing of the kind</span>
      </span>
    )
  }
  const { number, startMs, durationMs, isFailed } = step
  return (
    <a
      className={isFailed ? 'compare-cell r-fail' : 'compare-cell'}
      href={replayHref(side, number)}
    >
      <span className="compare-letter" aria-hidden="true">
        {letter}
      </span>
      <span className="compare-number">
        <span className="sr-only">Step </span>
        {number}
        <span className="sr-only"> in {letter}: </span>
      </span>
      <Icon name={isFailed ? 'fail' : row.place} size={15} />
      <span className="compare-title">
        {row.title}
        {isFailed && <span className="sr-only">, failed</span>}
      </span>
      <span className="compare-lane" aria-hidden="true">
        <Bar {...{ startMs, durationMs, endMs, usualMs, isFailed }} />
      </span>
      <span className="compare-figure" aria-hidden="true">
        {figure(durationMs)}
      </span>
    </a>
  )
}

function Bar({
  startMs,
  durationMs,
  endMs,
  usualMs = durationMs,
  isFailed,
}: {
  startMs: number
  durationMs: number
  endMs: number
  usualMs?: number
  isFailed: boolean
}) {
  const share = (ms: number) => `${((100 * ms) / endMs).toFixed(3)}%`
  const beyondMs = Math.max(0, durationMs - usualMs)
  return (
    <>
      <i
        className={isFailed ? 'compare-bar is-failed' : 'compare-bar'}
        style={{ left: share(startMs), width: share(durationMs) }}
      />
      {beyondMs > 0 && !isFailed && (
        <i
          className="compare-beyond"
          style={{
            left: share(startMs + usualMs),
            width: share(beyondMs),
          }}
        />
      )}
    </>
  )
}

function Detail({
  letter,
  side,
  step,
}: {
  letter: 'A' | 'B'
  side: Side
  step: ComparedStep | null
}) {
  if (!step)
    return (
      <p className="compare-detail is-nothing">
        {letter} did nothing of the kind.
      </p>
    )
  const { span, number, startMs, durationMs } = step
  const machine = machineLineOf(span)
  return (
    <div className="compare-detail">
      <p>{sentenceOf(span)}</p>
      {machine && <code>{machine}</code>}
      <p className="compare-when">
        Begins at {duration(startMs)}, takes {duration(durationMs)}
        {rowsOf(step)}.
      </p>
      <a className="button" href={replayHref(side, number)}>
        Open step {number} in {letter}
        <Icon name="arrow-right" size={15} />
      </a>
    </div>
  )
}

function rowsOf({ span }: ComparedStep): string {
  const changed = span.sql?.changes?.length ?? span.sql?.rowsAffected ?? 0
  const read = span.sql?.rowsReturned ?? 0
  const parts = [
    ...(read > 0 ? [`reads ${read} ${read === 1 ? 'row' : 'rows'}`] : []),
    ...(changed > 0
      ? [`changes ${changed} ${changed === 1 ? 'row' : 'rows'}`]
      : []),
  ]
  return parts.length > 0 ? `, ${parts.join(' and ')}` : ''
}
