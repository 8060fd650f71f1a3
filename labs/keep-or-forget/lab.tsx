'use client'

import { useState } from 'react'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { SpokenLine } from '@/components/trace/spoken-line'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Controls } from './controls'
import { answerFrom, findingOf, question, wasReplaced } from './findings'
import { ThreePlaces } from './three-places'
import { useVisits } from './use-visits'
import { VisitLog } from './visit-log'

/** What a server remembers between two requests, and where. */
export function KeepOrForgetLab() {
  const [round, setRound] = useState(0)
  const { visits, isBusy, problem, go, startOver } = useVisits()
  const room = visits.findLast(({ memory }) => memory)?.memory?.room ?? null
  const last = visits.at(-1) ?? null
  const finding = findingOf(visits)
  const again = () => {
    setRound(round + 1)
    void startOver()
  }
  const front = (
    <>
      <LabBet
        key={round}
        question={question}
        answer={answerFrom(visits)}
        isLocked={visits.some(({ kind }) => kind === 'restart')}
        onAgain={again}
      />
      <Controls room={room} isBusy={isBusy} onGo={(work) => void go(work)} />
      {problem && <ProblemNotice words={problem} onTryAgain={again} />}
      <SpokenLine>{finding}</SpokenLine>
    </>
  )
  const back = (
    <>
      <h3>{last ? `Server ${last.server} says` : 'Two servers of your own'}</h3>
      <ThreePlaces memory={last?.memory ?? null} />
      <p className="keep-finding">
        {finding}
        {wasReplaced(visits) &&
          ' It is not the one that you asked before: that one was ended to make room for other readers, as a platform would do.'}
      </p>
      <VisitLog visits={visits} />
      {last && !last.traceId ? (
        <p className="lab-trace-rest">
          No trace of yours: the request did not say whose it is.
        </p>
      ) : (
        <LabTrace
          traceId={last?.traceId ?? null}
          title="What the last request started"
          maxRows={9}
        />
      )}
    </>
  )
  return (
    <div className="keep-lab">
      <LabStage
        bar={
          <>
            <span>
              Each of your servers is a thread with memory of its own, started
              when it is asked.
            </span>
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={again}
            >
              Forget everything
            </button>
          </>
        }
        front={front}
        back={back}
      />
    </div>
  )
}
