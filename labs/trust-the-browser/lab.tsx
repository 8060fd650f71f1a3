'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { TwoOutcomes } from '@/components/lab/two-outcomes'
import { SpokenLine } from '@/components/trace/spoken-line'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { HeldPage } from './held-page'
import { OrderPage } from './order-page'
import { Outcome } from './outcome'
import { useOrders } from './use-orders'
import { answerOf, isCheated, question, sentenceOf, type Run } from './verdict'

/** A price edited in the page, at a checkout that believes it and at the real one. */
export function TrustTheBrowserLab() {
  const orders = useOrders()
  const { page, run, isSending, problem } = orders
  const sentence = sentenceOf(run, isSending)
  const front = (
    <div className="trust-front">
      <OrderPage
        page={page}
        isSending={isSending}
        onEdit={orders.edit}
        onOrder={orders.press}
      />
      <HeldPage page={page} onEdit={orders.edit} />
      {problem && (
        <ProblemNotice
          words={problem}
          onTryAgain={orders.press}
          onMend={orders.reset}
        />
      )}
    </div>
  )
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={run && answerOf(run)}
          isLocked={isSending}
          onAgain={orders.clear}
        />
      </div>
      <LabStage
        bar={
          <LabBar onReset={orders.reset}>
            One order, sent to two checkouts
          </LabBar>
        }
        front={front}
        back={<Back run={run} sentence={sentence} />}
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}

function Back({ run, sentence }: { run: Run | null; sentence: string }) {
  const naive = run?.naive ?? null
  const real = run?.real ?? null
  return (
    <div className="trust-back">
      <p className="trust-sentence" aria-hidden="true">
        {sentence}
      </p>
      <TwoOutcomes
        label="The same order at two checkouts"
        naive={{
          title: 'The naive checkout',
          isBroken: naive !== null && isCheated(naive),
          children: (
            <Outcome
              path="/api/labs/trust-the-browser"
              readBack="before its database was thrown away"
              fate={naive}
            />
          ),
        }}
        sound={{
          title: 'The real checkout',
          children: (
            <Outcome
              path="/api/orders"
              readBack="with GET /api/orders/{id}"
              fate={real}
            />
          ),
        }}
      />
      <LabTrace
        traceId={naive?.traceId ?? null}
        title="Trace of the naive checkout"
        maxRows={9}
      />
      <LabTrace
        traceId={real?.traceId ?? null}
        title="Trace of the real checkout"
        maxRows={9}
      />
    </div>
  )
}
