'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Controls } from './controls'
import { Lasting } from './lasting'
import { LeakedTable } from './leaked-table'
import { TriedCosts } from './tried-costs'
import { useStore } from './use-store'
import { answerOf, question, sentenceOf } from './verdict'

/** The same passwords in three tables, and somebody who guesses at them. */
export function PasswordStoreLab() {
  const lab = useStore()
  const { run, runs, own, busy } = lab
  const answer = answerOf(run)
  const sentence = sentenceOf(run, busy)
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={answer}
          isLocked={busy !== null || answer !== null}
          onAgain={lab.clear}
        />
      </div>
      <LabStage
        bar={
          <LabBar onReset={lab.reset}>
            A table leaks, and this server guesses at it
          </LabBar>
        }
        front={<Controls lab={lab} sentence={sentence} />}
        back={
          run ? (
            <div className="lab-stack">
              <LeakedTable run={run} own={own} />
              <Lasting run={run} own={own} />
              <p className="lab-note">
                As it is, a password lasts no time at all: nobody has to guess.
                The hashes were measured on this server, with one thread and
                about 300 ms for each. A graphics card makes thousands of
                millions of SHA-256 a second. The memory that scrypt asks for is
                what keeps such a card from running as many of these side by
                side.
              </p>
              <LabTrace traceId={run.traceId} title="Trace: hash, and guess" />
            </div>
          ) : (
            <p className="store-rest">
              Nothing has leaked yet. Then you see the same five passwords in
              three tables, and how many of them somebody has in 300 ms.
            </p>
          )
        }
        below={<TriedCosts runs={runs} />}
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
