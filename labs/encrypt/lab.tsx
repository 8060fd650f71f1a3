'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { SpokenLine } from '@/components/trace/spoken-line'
import { InThisPage } from './in-this-page'
import { NoWayBack } from './no-way-back'
import { NonceTwice } from './nonce-twice'
import { useSealing } from './use-sealing'
import { answerOf, question, sentenceOf } from './verdict'
import { OnTheLine, WhatIsSeen } from './what-is-seen'

/** A note that is sealed in the page, and what everybody else has of it. */
export function EncryptLab() {
  const sealing = useSealing()
  const { sent, isBusy } = sealing
  const answer = answerOf(sealing)
  const sentence = sentenceOf(sealing)
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={answer}
          isLocked={isBusy || answer !== null}
          onAgain={sealing.clear}
        />
      </div>
      <LabStage
        bar={
          <LabBar onReset={sealing.reset}>
            A note, and who can read it where
          </LabBar>
        }
        front={<InThisPage sealing={sealing} sentence={sentence} />}
        back={
          <div className="lab-stack">
            <WhatIsSeen sent={sent} />
            {sent && <OnTheLine sent={sent} />}
            <LabTrace
              traceId={sent?.hidden.traceId ?? null}
              title="What the server did with the sealed note"
              maxRows={9}
            />
          </div>
        }
        below={
          <div className="seal-parts">
            <NoWayBack />
            <NonceTwice />
          </div>
        }
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
