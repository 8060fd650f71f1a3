'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Answers } from './answers'
import { Asking } from './asking'
import { useScreens } from './use-screens'
import {
  bytesAnswer,
  bytesQuestion,
  requestsAnswer,
  requestsQuestion,
  sentenceOf,
} from './verdict'

/** The same screen, filled by several requests and by one question. */
export function RestOrGraphqlLab() {
  const lab = useScreens()
  const { run, own, busy } = lab
  const sentence = sentenceOf(run, busy)
  const isLocked = busy !== null || run !== null
  return (
    <>
      <div className="front shape-bets">
        <LabBet
          question={requestsQuestion}
          answer={requestsAnswer(run)}
          isLocked={isLocked}
          onAgain={lab.clear}
        />
        <LabBet
          question={bytesQuestion}
          answer={bytesAnswer(run)}
          isLocked={isLocked}
          onAgain={lab.clear}
        />
      </div>
      <LabStage
        bar={
          <LabBar onReset={lab.reset}>One screen, filled in two ways</LabBar>
        }
        front={<Asking {...lab} sentence={sentence} />}
        back={<Answers run={run} own={own} />}
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
