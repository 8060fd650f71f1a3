'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Asking } from './asking'
import { Growth } from './growth'
import { Looking } from './looking'
import { useRuns } from './use-runs'
import { answerOf, questions, sentenceOf } from './verdict'
import { Writing } from './writing'

/** One guest's orders among many, looked for with an index and without one. */
export function IndexLab() {
  const lab = useRuns()
  const { runs, shown, cost, busy } = lab
  const isBusy = busy !== null
  const sentence = sentenceOf(shown, busy, cost?.told ?? null)
  return (
    <>
      <div className="front index-bets">
        {(['without', 'with'] as const).map((way) => (
          <LabBet
            key={way}
            question={questions[way]}
            answer={answerOf(way, runs)}
            isLocked={isBusy}
            onAgain={lab.reset}
          />
        ))}
      </div>
      <LabStage
        bar={
          <LabBar onReset={lab.reset}>
            One guest’s orders, in a table that the server holds in memory
          </LabBar>
        }
        front={<Asking {...lab} sentence={sentence} />}
        back={<Looking run={shown} traceId={lab.traceId} />}
        below={
          <>
            <Growth runs={runs} isBusy={isBusy} onAll={lab.searchAll} />
            <Writing cost={cost} isBusy={isBusy} onWrite={lab.write} />
          </>
        }
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
