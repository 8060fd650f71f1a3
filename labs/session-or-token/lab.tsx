'use client'

import { ticketWays, type TicketWay } from '@/contracts/session-lab-choices'
import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { Pick } from '@/components/lab/pick'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Controls } from './controls'
import { Rounds } from './rounds'
import { useLogins } from './use-logins'
import { answerOf, question, sentenceOf } from './verdict'
import { wayWords } from './words'

const ways = ticketWays.map((value) => ({ value, text: wayWords[value].name }))

/** One login, remembered in three ways, until somebody logs out. */
export function SessionOrTokenLab() {
  const logins = useLogins()
  const { rounds, way, busy } = logins
  const answer = answerOf(rounds)
  const sentence = sentenceOf(logins, busy === 'logging in')
  const shown = rounds
    .at(-1)
    ?.visits.find((visit) => visit.device === 'phone' && visit.way === way)
  return (
    <>
      <div className="front">
        <LabBet
          question={question}
          answer={answer}
          isLocked={busy === 'logging out' || answer !== null}
          onAgain={logins.reset}
        />
      </div>
      <LabStage
        bar={<LabBar onReset={logins.reset}>One login, three tickets</LabBar>}
        front={<Controls logins={logins} sentence={sentence} />}
        back={
          <div className="lab-stack">
            <Rounds logins={logins} />
            <Pick
              label="The phone’s last request, by"
              options={ways}
              value={way}
              onPick={(chosen: TicketWay) => logins.look(chosen)}
            />
            <LabTrace
              traceId={shown?.traceId ?? null}
              title={`Trace: ${wayWords[way].line}`}
            />
          </div>
        }
      />
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
}
