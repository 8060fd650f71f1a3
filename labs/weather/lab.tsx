'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Controls } from './controls'
import { Guests, Tried } from './guests'
import { Phone } from './phone'
import { RealWeather } from './real-weather'
import { useLooks } from './use-looks'
import { answerOf, question, sentenceOf } from './verdict'

/** A phone, our backend, and somebody else's service that may be down. */
export function WeatherLab() {
  const lab = useLooks()
  const { run, runs, busy, guest } = lab
  const answer = answerOf(run)
  const sentence = sentenceOf(run, busy === 'guests')
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={answer}
          isLocked={busy === 'guests' || answer !== null}
          onAgain={lab.clear}
        />
      </div>
      <LabStage
        bar={
          <LabBar onReset={lab.reset}>
            A phone, our backend, somebody else’s service
          </LabBar>
        }
        front={
          <div className="lab-stack">
            <Controls lab={lab} sentence={sentence} />
            <Phone run={run} guest={guest} onShow={lab.show} />
          </div>
        }
        back={
          <div className="lab-stack">
            <Guests run={run} />
            <LabTrace
              traceId={run?.traceId ?? null}
              title="Trace: five guests"
              maxRows={26}
            />
          </div>
        }
        below={
          <div className="sky-below">
            <Tried runs={runs} />
            <RealWeather lab={lab} />
          </div>
        }
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
