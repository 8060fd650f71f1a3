'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { useTraceSpans } from '@/components/lab/use-trace-spans'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Arrival } from './arrival'
import { Controls } from './controls'
import { Tried } from './tried'
import { useKitchen } from './use-kitchen'
import { answerOf, question, sentenceOf, triesIn } from './verdict'

/** Messages arrive at the reader's kitchen, and not all of them are genuine. */
export function WebhookLab() {
  const kitchen = useKitchen()
  const { result, results, isBusy } = kitchen
  const isOffline = result?.deed === 'offline'
  const tries = triesIn(useTraceSpans(isOffline ? result.traceId : null))
  const answer = answerOf(results)
  const sentence = sentenceOf(result, tries, isBusy)
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={answer}
          isLocked={isBusy || answer !== null}
          onAgain={kitchen.clear}
        />
      </div>
      <LabStage
        bar={
          <LabBar onReset={kitchen.reset}>
            Messages at your kitchen’s door
          </LabBar>
        }
        front={<Controls kitchen={kitchen} sentence={sentence} />}
        back={
          <div className="lab-stack">
            <Arrival result={result} tries={tries} />
            <LabTrace
              traceId={result?.traceId ?? null}
              title="Trace: both sides of the door"
              maxRows={isOffline ? 40 : 20}
            />
            {result?.sent?.told.answers.includes(401) && (
              <p className="lab-note">
                The trace shows your side of the door only for messages that
                were proven: of the others nobody knows whose they are.
              </p>
            )}
          </div>
        }
        below={<Tried results={results} />}
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
