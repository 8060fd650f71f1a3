'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Controls } from './controls'
import type { Run } from './figures'
import { OneRequest } from './one-request'
import { Timeline } from './timeline'
import { TriedRuns } from './tried-runs'
import { useFlood } from './use-flood'
import { answerOf, noticeOf, question, sentenceOf } from './verdict'

/** A greedy and a modest guest at a door that counts, in real time. */
export function RateLimitLab() {
  const lab = useFlood()
  const { run, runs, isRunning, place, look } = lab
  const answer = answerOf(run)
  const sentence = sentenceOf(run, isRunning)
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={answer}
          isLocked={isRunning || answer !== null}
          onAgain={lab.clear}
        />
      </div>
      <LabStage
        bar={
          <LabBar onReset={lab.reset}>
            Two guests, a limit, and every request for real
          </LabBar>
        }
        front={<Controls lab={lab} sentence={sentence} />}
        back={
          run ? (
            <div className="lab-stack">
              <Timeline run={run} place={place} onLook={look} />
              {!isRunning && run.tries.length > 0 && (
                <p className="rate-notice">{noticeOf(run)}</p>
              )}
              <OneRequest run={run} place={place} onLook={look} />
              <LabTrace
                traceId={isRunning ? null : refusedTrace(run)}
                title="Trace: the first that was refused"
              />
            </div>
          ) : (
            <p className="rate-rest">
              Nobody has come yet. A flood takes eight seconds, and you see
              every request as it is answered.
            </p>
          )
        }
        below={<TriedRuns runs={runs} />}
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}

/** Where nobody was refused, the last that was served. */
function refusedTrace({ tries }: Run): string | null {
  const shown = tries.find(({ status }) => status === 429) ?? tries.at(-1)
  return shown?.traceId ?? null
}
