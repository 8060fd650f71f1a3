'use client'

import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { SpokenLine } from '@/components/trace/spoken-line'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Board } from './board'
import { deeds } from './deeds'
import { boardOf, progressOf } from './families'
import { ReplyView } from './reply-view'
import { useDeeds } from './use-deeds'

const statuses = [200, 400, 404, 422, 500]
const question = {
  ask: 'An order for zero portions: well-formed JSON, and nonsense. Which status?',
  isMany: false,
  options: statuses.map((code) => ({ id: String(code), text: String(code) })),
}

/** A board of the five families, filled by doing what causes each status. */
export function StatusCodesLab() {
  const { caused, doing, shown, problem, act, show, clear } = useDeeds()
  const families = boardOf(caused)
  const deed = deeds.find(({ id }) => id === shown)
  const reply = deed && caused.get(deed.id)
  const zero = caused.get('zero')
  const sentence =
    reply && deed
      ? `${deed.title}: ${reply.status} ${reply.reason}. ${progressOf(families)}`
      : progressOf(families)
  const front = (
    <>
      <LabBet
        question={question}
        answer={
          zero
            ? {
                ids: [String(zero.status)],
                said: `${zero.status} ${zero.reason}.`,
              }
            : null
        }
        isLocked={doing === 'zero'}
      />
      <h3>Do something to the server</h3>
      <ul className="codes-deeds">
        {deeds.map((one) => {
          const came = caused.get(one.id)
          return (
            <li key={one.id}>
              <button
                type="button"
                disabled={doing !== null}
                aria-describedby={came ? `code-${one.id}` : undefined}
                onClick={() => void act(one)}
              >
                {one.title}
                <span className="num" id={`code-${one.id}`}>
                  {doing === one.id ? '…' : (came?.first ?? '')}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {problem && (
        <ProblemNotice words={problem} onTryAgain={clear} onMend={clear} />
      )}
      <SpokenLine>{sentence}</SpokenLine>
    </>
  )
  return (
    <div className="codes-lab">
      <LabStage
        bar={<Bar sentence={progressOf(families)} onClear={clear} />}
        front={front}
        back={
          <div className="codes-result">
            <Board families={families} shown={shown} onShow={show} />
            {deed && reply ? (
              <ReplyView deed={deed} reply={reply} />
            ) : (
              <p className="codes-rest">
                Each code will stand here once the server has really said it.
                Press something on the left: nobody but you is disturbed.
              </p>
            )}
          </div>
        }
      />
    </div>
  )
}

function Bar({ sentence, onClear }: { sentence: string; onClear: () => void }) {
  return (
    <>
      <span>{sentence}</span>
      <button type="button" className="button" onClick={onClear}>
        Clear the board
      </button>
    </>
  )
}
