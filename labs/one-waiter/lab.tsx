'use client'

import { servingWays } from '@/contracts/serving-ways'
import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { answerOf, questionOf } from './answer'
import { Legend } from './bars'
import { Beside } from './beside'
import { Controls } from './controls'
import { Panel } from './panel'
import { Plots } from './plots'
import { sentenceOf } from './sentence'
import { useMeasure, type Runs } from './use-measure'

/** Many requests at once, to a handler that waits and to one that computes. */
export function OneWaiterLab() {
  const { state, press, choose, betAgain, reset } = useMeasure()
  const { count, runs, now } = state
  const untilMs = untilOf(runs)
  return (
    <div className="waiter-lab">
      {count > 1 && (
        <div className="front">
          <LabBet
            key={count}
            question={questionOf(count)}
            answer={
              now === null && runs.compute ? answerOf(runs.compute) : null
            }
            isLocked={now !== null}
            onAgain={betAgain}
          />
        </div>
      )}
      <LabStage
        bar={
          <LabBar isBusy={now !== null} onReset={reset}>
            Real requests to this server, measured on both sides
          </LabBar>
        }
        front={
          <>
            <Controls
              state={state}
              sentence={sentenceOf(state)}
              onChoose={choose}
              onPress={press}
            />
            <Legend />
          </>
        }
        back={
          <div className="waiter-panels">
            {servingWays.map((way) => (
              <Panel
                key={way}
                way={way}
                run={runs[way]}
                {...{ count, untilMs }}
              />
            ))}
          </div>
        }
        below={
          <>
            <Plots state={state} />
            <LabTrace
              traceId={runs.compute?.traceId ?? null}
              title="The requests that computed on the main thread, as one trace"
            />
            <Beside runs={runs} />
          </>
        }
      />
    </div>
  )
}

/** One axis for all three, so that they can be compared by eye. */
function untilOf(runs: Runs): number {
  const ends = Object.values(runs).flatMap(({ asked }) =>
    asked.map(({ endedAt }) => endedAt),
  )
  const longest = Math.max(500, ...ends)
  return Math.ceil(longest / 100) * 100
}
