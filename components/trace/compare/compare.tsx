'use client'

import Link from 'next/link'
import { useMemo, useState } from 'react'
import { Brand } from '@/components/ui/brand'
import { Icon } from '@/components/ui/icon'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { replayOf } from '../replay/model'
import { CopyLink } from '../travel/copy-link'
import { CompareRow } from './compare-row'
import { compareTraces, isDifferent, type ComparedRow } from './compare-traces'
import { summaryOf, totalsOf, type Total } from './compare-words'
import { faultsIn, replayHref, rowHref, type Side } from './side'
import { useRowCursor } from './use-row-cursor'

/** Two traces side by side, their steps in one order, under one cursor. */
export function Compare({
  a,
  b,
  row: opened,
}: {
  a: Side
  b: Side
  row: number | null
}) {
  const { rows, totals, summary, endMs } = useMemo(() => {
    const [inA, inB] = [replayOf(a.spans), replayOf(b.spans)]
    const rows = compareTraces(inA, inB)
    return {
      rows,
      totals: totalsOf(inA, inB),
      summary: summaryOf(rows, inA, inB),
      endMs: Math.max(inA.endMs, inB.endMs, 1e-6),
    }
  }, [a, b])
  const cursor = useRowCursor(opened, rows.length, (row) => rowHref(a, b, row))
  const [isBrief, setIsBrief] = useState(false)
  const [goTo] = useState(() => cursor.goTo)
  return (
    <div className="compare">
      <CompareHeader />
      <div className="compare-top front">
        <p className="compare-summary">
          <b>{summary.time}</b>
          <span>{summary.steps}</span>
        </p>
        <Totals totals={totals} a={a} b={b} />
      </div>
      <div className="compare-bar-top front">
        <Name letter="A" side={a} />
        <label className="compare-brief">
          <input
            type="checkbox"
            checked={isBrief}
            onChange={({ target }) => setIsBrief(target.checked)}
          />
          Only what differs
        </label>
        <Name letter="B" side={b} />
      </div>
      <ol className="compare-rows" aria-label="Steps of both traces, in order">
        {shownRows(rows, isBrief, cursor.row).map((shown) =>
          shown.kind === 'alike' ? (
            <li className="compare-alike front" key={`alike ${shown.from}`}>
              {shown.count} {shown.count === 1 ? 'step' : 'steps'} alike
            </li>
          ) : (
            <CompareRow
              key={shown.number}
              row={shown.row}
              number={shown.number}
              href={rowHref(a, b, shown.number)}
              a={a}
              b={b}
              endMs={endMs}
              isCurrent={shown.number === cursor.row}
              onChoose={goTo}
            />
          ),
        )}
      </ol>
      <p className="compare-foot front" aria-hidden="true">
        <kbd>J</kbd>
        <kbd>K</kbd> row by row, both at once
      </p>
    </div>
  )
}

function CompareHeader() {
  return (
    <header className="replay-header front">
      <Brand />
      <nav className="replay-crumbs" aria-label="Where this is">
        <Icon name="chevron" size={14} />
        <Link href="/trace" prefetch={false}>
          Replay
        </Link>
        <Icon name="chevron" size={14} />
        <h1>Compare</h1>
      </nav>
      <span className="compare-room" />
      <CopyLink />
      <ThemeToggle />
    </header>
  )
}

type Shown =
  | { kind: 'row'; row: ComparedRow; number: number }
  | { kind: 'alike'; from: number; count: number }

/** All rows, or those that differ with a word for what stands between them. */
function shownRows(
  rows: readonly ComparedRow[],
  isBrief: boolean,
  current: number | null,
): Shown[] {
  const shown: Shown[] = []
  rows.forEach((row, at) => {
    const number = at + 1
    if (!isBrief || isDifferent(row) || number === current) {
      shown.push({ kind: 'row', row, number })
      return
    }
    const last = shown.at(-1)
    if (last?.kind === 'alike') last.count += 1
    else shown.push({ kind: 'alike', from: number, count: 1 })
  })
  return shown
}

function Name({ letter, side }: { letter: 'A' | 'B'; side: Side }) {
  const { id, name, isShared, isCut } = side
  const faults = faultsIn(side)
  const short = id.replace('shr_', '').slice(0, 8)
  return (
    <h2 className="compare-name">
      <b>{letter}</b>
      <a href={replayHref(side)}>
        {name} <code>{short}</code>
      </a>
      {isShared && <span className="demo-label is-recorded">shared</span>}
      {isCut && <span className="demo-label is-recorded">cut</span>}
      {faults.map((fault) => (
        <span className="chip r-fail" key={fault}>
          <Icon name="fail" size={13} /> {fault}
        </span>
      ))}
    </h2>
  )
}

function Totals({ totals, a, b }: { totals: Total[]; a: Side; b: Side }) {
  return (
    <table className="compare-totals">
      <caption className="sr-only">
        {a.name} and {b.name}, their sums
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">A</th>
          <th scope="col">B</th>
          <th scope="col">B against A</th>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ term, a, b, difference, isWorse }) => (
          <tr key={term}>
            <th scope="row">{term}</th>
            <td>{a}</td>
            <td className={isWorse ? 'r-fail' : undefined}>
              {isWorse && <Icon name="fail" size={13} />}
              {b}
            </td>
            <td>
              {difference === '' ? (
                <>
                  <span aria-hidden="true">·</span>
                  <span className="sr-only">alike</span>
                </>
              ) : (
                difference
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
