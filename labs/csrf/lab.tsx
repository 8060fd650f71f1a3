'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Arrivals } from './arrivals'
import { Controls } from './controls'
import { Tried } from './tried'
import { useForgery } from './use-forgery'
import { answerOf, question, sentenceOf } from './verdict'

/** A page of another site sends requests to this one, with a cookie of it. */
export function CsrfLab() {
  const forgery = useForgery()
  const { result, results, isBusy, way } = forgery
  const answer = answerOf(results)
  const sentence = sentenceOf(result, isBusy, way)
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={answer}
          isLocked={isBusy || answer !== null}
          onAgain={forgery.clear}
        />
      </div>
      <LabStage
        bar={
          <LabBar onReset={forgery.reset}>
            Another site’s page, and two doors of this one
          </LabBar>
        }
        front={<Controls forgery={forgery} sentence={sentence} />}
        back={<Arrivals result={result} />}
        below={<Tried results={results} />}
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
