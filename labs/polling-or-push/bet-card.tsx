import { medianOf } from '@/components/plot/median'
import { busiestOf, delaysOf, firstOf, wayNames, type WayName } from './figures'
import type { RunState } from './run'
import { counted, listed, milliseconds, titles } from './words'

type Bet = { first: WayName | null; busiest: WayName | null }
export const noBet: Bet = { first: null, busiest: null }

const questions = {
  first: 'Which of the three will hear first?',
  busiest: 'Which will send most requests?',
} satisfies Record<keyof Bet, string>

/** Two questions that are answered by the run, and by nobody else. */
export function BetCard({
  bet,
  state,
  isLocked,
  onBet,
  onAgain,
}: {
  bet: Bet
  state: RunState | null
  isLocked: boolean
  onBet: (bet: Bet) => void
  onAgain: () => void
}) {
  const answers = state && answersOf(state)
  return (
    <section className="push-bet" aria-label="Bet first">
      <p className="push-bet-head">Bet first, then order</p>
      {(['first', 'busiest'] as const).map((question) => (
        <fieldset key={question} disabled={isLocked || answers !== null}>
          <legend>{questions[question]}</legend>
          {wayNames.map((name) => (
            <label
              key={name}
              className={bet[question] === name ? 'is-chosen' : ''}
            >
              <input
                type="radio"
                className="sr-only"
                name={`bet-${question}`}
                checked={bet[question] === name}
                onChange={() => onBet({ ...bet, [question]: name })}
              />
              <span>{titles[name]}</span>
              {bet[question] === name && <small>your answer</small>}
            </label>
          ))}
          {answers && (
            <Outcome chosen={bet[question]} answer={answers[question]} />
          )}
        </fieldset>
      ))}
      {answers && !isLocked && (
        <button type="button" className="button" onClick={onAgain}>
          Bet again
        </button>
      )}
    </section>
  )
}

type Answer = { right: WayName[]; said: string }

function Outcome({
  chosen,
  answer,
}: {
  chosen: WayName | null
  answer: Answer
}) {
  const { right, said } = answer
  const isRight = chosen !== null && right.includes(chosen)
  const verdict = chosen === null ? '' : isRight ? 'Right. ' : 'Not quite. '
  return (
    <p className={`push-outcome ${isRight ? 'is-right' : ''}`}>
      {verdict && <b>{verdict}</b>}
      {said}
    </p>
  )
}

/** What the run says; null while it has not heard the whole of an order. */
function answersOf(state: RunState): Record<keyof Bet, Answer> | null {
  const { phase, ways } = state
  const first = firstOf(ways)
  if ((phase !== 'quiet' && phase !== 'over') || first.length === 0) return null
  const medians = wayNames.map(
    (name) => `${titles[name]} ${milliseconds(medianOf(delaysOf(ways[name])))}`,
  )
  const counts = wayNames.map(
    (name) => `${titles[name]} ${counted(ways[name].asked.length, 'request')}`,
  )
  const busiest = busiestOf(ways)
  return {
    first: {
      right: first,
      said: `${listed(first)}${first.length > 1 ? ', within a frame of the screen' : ''}. Medians: ${medians.join(', ')}.`,
    },
    busiest: {
      right: busiest,
      said: `${listed(busiest)}. ${counts.join(', ')}.`,
    },
  }
}
