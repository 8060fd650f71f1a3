'use client'

import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Answer } from './answer'
import { Controls } from './controls'
import { Sealed } from './sealed'
import { TokenParts } from './token-parts'
import { Tried } from './tried'
import { useTokens } from './use-tokens'
import { answerOf, question, sentenceOf } from './verdict'

/** The reader's own token, taken apart, and everything that can be done to it. */
export function JwtLab() {
  const tokens = useTokens()
  const { shown, results, busy, cookie } = tokens
  const answer = answerOf(results)
  const sentence = sentenceOf(shown, busy === 'sending')
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={answer}
          isLocked={busy === 'sending' || answer !== null}
          onAgain={tokens.clear}
        />
      </div>
      <TokenParts tokens={tokens} />
      <LabStage
        front={<Controls tokens={tokens} sentence={sentence} />}
        back={
          <div className="lab-stack">
            <Answer result={shown} isBusy={busy === 'sending'} />
            <LabTrace
              traceId={shown?.verdict.traceId ?? null}
              title="Trace: the token is judged"
            />
          </div>
        }
        below={
          <div className="lab-stack">
            <Tried tokens={tokens} />
            <Sealed
              cookie={cookie}
              token={tokens.sealed}
              isBusy={busy === 'looking'}
              onLook={() => void tokens.lookAtCookie()}
            />
          </div>
        }
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
