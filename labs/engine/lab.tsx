'use client'

import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { PedalBoard } from './pedal-board'
import { pedalNames } from './pedals'
import { SkeletonTable } from './skeleton-table'
import { useEngine } from './use-engine'
import { answerOf, question, sentenceOf } from './verdict'

/** Three buttons, three requests, three traces: and one skeleton in all. */
export function EngineLab() {
  const engine = useEngine()
  const { runs, skeletons, last, problem } = engine
  const sentence = sentenceOf(runs, skeletons)
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={answerOf(skeletons)}
          isLocked={last !== null || engine.sending !== null}
          onAgain={engine.clear}
        />
      </div>
      <LabStage
        bar={
          <>
            <span aria-hidden="true">{sentence}</span>
            <button type="button" className="button" onClick={engine.reset}>
              <Icon name="retry" size={15} />
              Reset
            </button>
          </>
        }
        front={
          <>
            <PedalBoard
              choices={engine.choices}
              runs={runs}
              sending={engine.sending}
              onChoose={engine.choose}
              onPress={(pedal) => void engine.send(pedal)}
            />
            {problem && (
              <ProblemNotice
                words={problem}
                onTryAgain={engine.tryAgain}
                onMend={engine.clear}
              />
            )}
          </>
        }
        back={
          <div className="engine-back">
            <h3>Under the bonnet</h3>
            <SkeletonTable runs={runs} skeletons={skeletons} />
            <LabTrace
              traceId={(last && runs[last]?.traceId) ?? null}
              title={
                last
                  ? `The whole trace of “${pedalNames[last]}”`
                  : 'The whole trace of the last press'
              }
              maxRows={12}
            />
          </div>
        }
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
