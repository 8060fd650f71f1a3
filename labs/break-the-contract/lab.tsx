'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Controls } from './controls'
import { Phone } from './phone'
import { Tried } from './tried'
import { useReleases } from './use-releases'
import { answerOf, question, sentenceOf } from './verdict'
import { Witnesses } from './witnesses'

/** A contract is changed, and a client that was written before calls it. */
export function BreakTheContractLab() {
  const lab = useReleases()
  const { change, came, releases, isBusy } = lab
  const sentence = sentenceOf(came, isBusy)
  return (
    <div className="pact-lab">
      <div className="front">
        <LabBet
          key={change}
          question={question}
          answer={answerOf(came)}
          isLocked={isBusy || came !== null}
          onAgain={lab.clear}
        />
      </div>
      <LabStage
        bar={
          <LabBar onReset={lab.reset}>
            The contract of orders, changed in one place
          </LabBar>
        }
        front={
          <div className="lab-stack">
            <Controls lab={lab} sentence={sentence} />
            <Phone came={came} />
          </div>
        }
        back={
          <div className="lab-stack">
            <Witnesses change={change} came={came} />
            <LabTrace
              traceId={came?.traceId ?? null}
              title="Trace: the order, and the comparison"
              maxRows={18}
            />
          </div>
        }
        below={<Tried releases={releases} />}
      />
      <SpokenLine>{sentence}</SpokenLine>
    </div>
  )
}
