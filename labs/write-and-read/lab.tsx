'use client'

import { useState } from 'react'
import type { Money } from '@/contracts/money'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { useTraceSpans } from '@/components/lab/use-trace-spans'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Icon } from '@/components/ui/icon'
import { booksOf } from './books'
import { Breaking } from './breaking'
import { Ordering } from './ordering'
import { Tables } from './tables'
import { useBooks } from './use-books'
import { answerOf, question, sentenceOf } from './verdict'

type Menu = {
  restaurant: { slug: string; name: string }
  dishes: { id: string; name: string; price: Money; quantity: number }[]
}

/** An order, the rows it writes, where their keys lead, and reading it back. */
export function WriteAndReadLab({ menu }: { menu: Menu }) {
  const lab = useBooks()
  const { placed, readRows, tried, busy } = lab
  const [amounts, setAmounts] = useState(() => amountsOf(menu))
  const spans = useTraceSpans(placed?.traceId ?? null)
  const joined = useTraceSpans(readRows?.traceId ?? null)
  const books = booksOf(spans)
  const sentence = sentenceOf(books, busy === 'place', placed !== null)
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={placed && answerOf(spans)}
          isLocked={placed !== null || busy === 'place'}
          traceId={placed?.traceId ?? null}
          onAgain={lab.forget}
        />
      </div>
      <LabStage
        bar={
          <>
            <span aria-hidden="true">{sentence}</span>
            <button
              type="button"
              className="button"
              onClick={() => {
                setAmounts(amountsOf(menu))
                lab.reset()
              }}
            >
              <Icon name="retry" size={15} />
              Reset
            </button>
          </>
        }
        front={
          <Ordering
            {...lab}
            menu={menu}
            amounts={amounts}
            joined={joined}
            onAmount={(id, amount) => setAmounts({ ...amounts, [id]: amount })}
          />
        }
        back={
          <div className="lab-stack">
            <Tables books={books} isUnderWay={placed !== null} />
            <LabTrace
              traceId={placed?.traceId ?? null}
              title="Trace of the order"
              maxRows={16}
            />
          </div>
        }
        below={
          <Breaking
            tried={tried}
            isBusy={busy !== null}
            onTry={(breaches) => void lab.test(breaches)}
          />
        }
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}

function amountsOf({ dishes }: Menu): Record<string, number> {
  return Object.fromEntries(dishes.map(({ id, quantity }) => [id, quantity]))
}
