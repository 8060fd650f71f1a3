'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { SpokenLine } from '@/components/trace/spoken-line'
import { JoinedSource } from './joined-source'
import { ReviewForm } from './review-form'
import { ThreePages } from './three-pages'
import { useReview } from './use-review'
import { answerOf, question, sentenceOf } from './verdict'

/** A review with a script in it, shown by three pages. */
export function XssLab() {
  const review = useReview()
  const { published, isBusy } = review
  const answer = answerOf(review)
  const sentence = sentenceOf(review)
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={answer}
          isLocked={isBusy || answer !== null}
          onAgain={review.clear}
        />
      </div>
      <LabStage
        bar={
          <LabBar onReset={review.reset}>
            One review, and three pages that show it
          </LabBar>
        }
        front={<ReviewForm review={review} sentence={sentence} />}
        back={
          <div className="lab-stack">
            <JoinedSource told={published?.told ?? null} />
            <LabTrace
              traceId={published?.traceId ?? null}
              title="What the server did with it"
              maxRows={9}
            />
          </div>
        }
        below={<ThreePages review={review} />}
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
