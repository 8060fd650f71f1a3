import { useState } from 'react'
import type { CabinetRun, KeptOrder } from '@/contracts/five-cabinets'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import { LabBet, type RunAnswer } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { useAttempt } from '@/components/lab/use-attempt'
import { isRecord } from '@/components/read-reply'
import { ProblemNotice } from '@/components/ui/problem-notice'

const question = {
  ask: 'An order of one ramen and two portions of dumplings is kept in SQLite. How many rows does it become?',
  isMany: false,
  options: [1, 2, 3, 4].map((rows) => ({
    id: String(rows),
    text: rows === 1 ? '1 row' : `${rows} rows`,
  })),
}

const parts: Record<CabinetRun['part'], string> = {
  schema: 'Schema',
  write: 'Write',
  query: 'Query',
  change: 'Change',
}

/** The order in SQLite, on the server, in a database that is thrown away. */
export function SqliteCabinet() {
  const [kept, setKept] = useState<LabReply<KeptOrder> | null>(null)
  const { busy, problem, attempt, tryAgain } = useAttempt<true>()
  const isAsking = busy !== null

  const keep = () =>
    attempt(async ({ isMine, work }) => {
      work(true)
      const reply = await askLab({ path: '/api/labs/five-cabinets' }, isKept)
      if (isMine()) setKept(reply)
    })

  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={kept && answerOf(kept.told)}
          isLocked={isAsking}
          onAgain={() => setKept(null)}
        />
      </div>
      <LabStage
        front={
          <div className="cab-start">
            <h3>One order, one press</h3>
            <p>
              The server opens a SQLite database in memory, keeps the order in
              it, finds it again, changes it, and throws the database away.
            </p>
            <button
              type="button"
              className="button button-solid"
              disabled={isAsking}
              onClick={() => void keep()}
            >
              {isAsking ? 'Keeping the order' : 'Keep the order in SQLite'}
            </button>
            {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
            <p className="sr-only" aria-live="polite" aria-atomic="true">
              {kept ? `Kept. ${answerOf(kept.told).said}` : ''}
            </p>
          </div>
        }
        back={
          <>
            {kept ? (
              <Runs kept={kept.told} />
            ) : (
              <p className="cab-note">Nothing has been kept yet.</p>
            )}
            <LabTrace
              traceId={kept?.traceId ?? null}
              title="What the server did"
              maxRows={24}
            />
          </>
        }
      />
    </>
  )
}

function Runs({ kept }: { kept: KeptOrder }) {
  return (
    <div className="cab-runs">
      <p className="cab-note">
        {kept.product} {kept.version}, by libSQL, ran this:
      </p>
      {kept.runs.map(({ part, sql, columns, rows, changed }, at) => (
        <div key={at} className="cab-run">
          {kept.runs[at - 1]?.part !== part && <h4>{parts[part]}</h4>}
          <pre>
            <code>{sql}</code>
          </pre>
          <p className="cab-output">
            {rows.map((row) =>
              row
                .map((cell, place) => `${columns[place]}: ${cell ?? 'NULL'}`)
                .join(', '),
            )}
            {rows.length === 0 && said(part, changed)}
          </p>
        </div>
      ))}
    </div>
  )
}

function said(part: CabinetRun['part'], changed: number): string {
  if (part === 'schema') return 'made'
  return `${changed} ${changed === 1 ? 'row' : 'rows'} written`
}

/** Counted in what the database says that it wrote. */
function answerOf({ runs }: KeptOrder): RunAnswer {
  const writes = runs.filter(({ part }) => part === 'write')
  const rows = writes.reduce((sum, { changed }) => sum + changed, 0)
  return {
    ids: [String(rows)],
    said: `${rows} rows, written by ${writes.length} statements: one of the order itself, one for each dish.`,
  }
}

function isKept(value: unknown): value is KeptOrder {
  return (
    isRecord(value) &&
    typeof value.version === 'string' &&
    Array.isArray(value.runs)
  )
}
