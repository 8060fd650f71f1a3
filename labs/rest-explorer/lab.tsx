'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Exchanged } from './exchanged'
import { Here } from './here'
import { Tasks } from './task-list'
import { Trail } from './trail'
import { useWalk } from './use-walk'
import { answerOf, progressOf, question, sentenceOf } from './words'

/** The order API, walked by the addresses that its own replies name. */
export function RestExplorerLab() {
  const walk = useWalk()
  const { stops, here, busy } = walk
  const answer = answerOf(stops)
  const sentence = sentenceOf(here, busy)
  return (
    <div className="walk-lab">
      <div className="front">
        <LabBet
          question={question}
          answer={answer}
          isLocked={answer !== null}
          onAgain={walk.reset}
        />
      </div>
      <LabStage
        bar={<LabBar onReset={walk.reset}>{progressOf(stops)}</LabBar>}
        front={<Here walk={walk} sentence={sentence} />}
        back={<Exchanged stop={here} onPress={walk.press} />}
        below={
          <div className="lab-stack walk-below">
            <Tasks stops={stops} />
            <Trail walk={walk} />
          </div>
        }
      />
      <SpokenLine>{sentence}</SpokenLine>
    </div>
  )
}
