'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { useTraceSpans } from '@/components/lab/use-trace-spans'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Asking } from './asking'
import { Lists } from './lists'
import { RunTable } from './run-table'
import { useLists } from './use-lists'
import { answerOf, question, sentenceOf } from './verdict'

/** The same list of orders, read with one statement each and with one for all. */
export function NPlusOneLab() {
  const lab = useLists()
  const { run, runs, isBusy } = lab
  const spans = useTraceSpans(run?.naive.traceId ?? null)
  const sentence = sentenceOf(run, isBusy)
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={answerOf(run, spans)}
          isLocked={isBusy || run?.orders === 50}
          traceId={run?.naive.traceId ?? null}
          onAgain={lab.clear}
        />
      </div>
      <LabStage
        bar={<LabBar onReset={lab.reset}>One list, read in two ways</LabBar>}
        front={<Asking {...lab} sentence={sentence} />}
        back={<Lists run={run} spans={spans} />}
        below={<RunTable runs={runs} />}
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
