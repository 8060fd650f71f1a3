import { useId, type ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { scoreOf, type Answer, type Score } from './score'

/** What is asked; which option is right only the run can tell. */
export type CardQuestion = {
  ask: string
  /** What the question is about, shown under it: a few lines of SQL. */
  about?: ReactNode
  /** Whether more than one option may be chosen. */
  isMany: boolean
  options: readonly { id: string; text: string }[]
}

const verdicts: Record<Score, string> = {
  right: 'Right.',
  partly: 'Partly right.',
  wrong: 'Not this time.',
}

/**
 * A question to be answered before the trace answers it. Once it is locked
 * nothing can be changed; once it is told, both answers stay side by side.
 */
export function PredictionCard({
  question,
  chosen,
  answeredAt,
  isLocked,
  answer,
  hrefOf,
  saidBy = 'the trace',
  onChoose,
}: {
  question: CardQuestion
  chosen: readonly string[]
  /** When the reader last chose: `14:09`; null before they did. */
  answeredAt: string | null
  isLocked: boolean
  answer: Answer | null
  /** Where a span of the trace is shown. */
  hrefOf: (spanId: string) => string
  /** Who answers: the trace, or the run that the lab just made. */
  saidBy?: 'the trace' | 'the run'
  onChoose: (chosen: string[]) => void
}) {
  const id = useId()
  const { ask, about, isMany } = question
  return (
    <div className="prediction" role="group" aria-labelledby={id}>
      <p className="prediction-head">
        <span>Predict first</span>
        <span className="prediction-time">
          {answeredAt === null
            ? isMany
              ? 'choose any number'
              : 'choose one'
            : `answered ${answeredAt}${answer ? `, before ${saidBy}` : ''}`}
        </span>
      </p>
      <h3 id={id}>{ask}</h3>
      {about && <div className="prediction-about">{about}</div>}
      <Options {...{ id, question, chosen, isLocked, answer, onChoose }} />
      {answer && (
        <Outcome
          {...{ question, chosen, answer, saidBy }}
          href={answer.spanId === null ? null : hrefOf(answer.spanId)}
        />
      )}
    </div>
  )
}

function Options({
  id,
  question: { options, isMany },
  chosen,
  isLocked,
  answer,
  onChoose,
}: {
  id: string
  question: CardQuestion
  chosen: readonly string[]
  isLocked: boolean
  answer: Answer | null
  onChoose: (chosen: string[]) => void
}) {
  const isShort = options.every(({ text }) => text.length < 14)
  const choose = (option: string) => {
    if (!isMany) return onChoose([option])
    onChoose(
      chosen.includes(option)
        ? chosen.filter((one) => one !== option)
        : [...chosen, option],
    )
  }
  return (
    <div
      className={isShort ? 'prediction-options is-short' : 'prediction-options'}
    >
      {options.map((option, at) => {
        const isChosen = chosen.includes(option.id)
        return (
          <label
            key={option.id}
            className={optionClass(isChosen, isLocked, answer, option.id)}
          >
            <input
              className="sr-only"
              type={isMany ? 'checkbox' : 'radio'}
              name={id}
              checked={isChosen}
              disabled={isLocked}
              onChange={() => choose(option.id)}
            />
            <span className="prediction-letter" aria-hidden="true">
              {String.fromCharCode(65 + at)}
            </span>
            <span className={/_/.test(option.text) ? 'num' : undefined}>
              {option.text}
            </span>
            <Said
              isChosen={isChosen}
              isMany={isMany}
              isRight={answer?.ids.includes(option.id) ?? null}
            />
          </label>
        )
      })}
    </div>
  )
}

function optionClass(
  isChosen: boolean,
  isLocked: boolean,
  answer: Answer | null,
  id: string,
): string {
  const isRight = answer?.ids.includes(id) ?? false
  return [
    'prediction-option',
    isChosen ? 'is-chosen' : '',
    isLocked ? 'is-locked' : '',
    answer && isRight ? 'is-right' : '',
    answer && isChosen && !isRight ? 'is-wrong r-fail' : '',
  ].join(' ')
}

/** Beside an option: whose answer it is, in a word and a sign. */
function Said({
  isChosen,
  isRight,
  isMany,
}: {
  isChosen: boolean
  isRight: boolean | null
  isMany: boolean
}) {
  if (!isChosen && !isRight) return <small />
  const word = !isRight
    ? 'your answer'
    : isChosen
      ? 'right'
      : isMany
        ? 'this too'
        : 'this one'
  return (
    <small>
      {isRight !== null && <Icon name={isRight ? 'check' : 'fail'} size={13} />}
      <span className="prediction-said">{word}</span>
    </small>
  )
}

/**
 * The two outcomes side by side: what was said, and what ran. The line below
 * the questions speaks the verdict; these are there to be read.
 */
function Outcome({
  question,
  chosen,
  answer,
  saidBy,
  href,
}: {
  question: CardQuestion
  chosen: readonly string[]
  answer: Answer
  saidBy: string
  href: string | null
}) {
  const texts = question.options
    .filter(({ id }) => chosen.includes(id))
    .map(({ text }) => text)
  return (
    <div className="prediction-outcome">
      <div>
        <h4>You said</h4>
        <p>{texts.length > 0 ? `${texts.join(', ')}.` : 'Nothing.'}</p>
        <p>
          <b>{verdicts[scoreOf(chosen, answer)]}</b>
        </p>
      </div>
      <div>
        <h4>{saidBy === 'the run' ? 'The run says' : 'The trace says'}</h4>
        <p>{answer.said}</p>
        {href !== null && (
          <p>
            <a href={href}>See it in the replay</a>
          </p>
        )}
      </div>
    </div>
  )
}
