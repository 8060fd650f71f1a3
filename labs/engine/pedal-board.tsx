import type { ReactNode } from 'react'
import { demoAccount } from '@/contracts/demo-account'
import { pageDish } from '@/contracts/page-dish'
import {
  pedalNames,
  wrongPassword,
  type Choices,
  type Pedal,
  type Reply,
} from './pedals'
import type { Runs } from './use-engine'

/** The three buttons as a guest knows them, each with what it sends. */
export function PedalBoard({
  choices,
  runs,
  sending,
  onChoose,
  onPress,
}: {
  choices: Choices
  runs: Runs
  sending: Pedal | null
  onChoose: (change: Partial<Choices>) => void
  onPress: (pedal: Pedal) => void
}) {
  const part = (pedal: Pedal, inside: ReactNode, isReady = true) => (
    <Part
      pedal={pedal}
      reply={runs[pedal]}
      isSending={sending === pedal}
      isReady={isReady && sending === null}
      onPress={() => onPress(pedal)}
    >
      {inside}
    </Part>
  )
  return (
    <div className="engine-pedals">
      {part(
        'sign-in',
        <fieldset>
          <legend>{demoAccount.name}’s password, printed for everybody</legend>
          {[true, false].map((isRight) => (
            <label key={String(isRight)}>
              <input
                type="radio"
                name="engine-password"
                checked={choices.hasRightPassword === isRight}
                onChange={() => onChoose({ hasRightPassword: isRight })}
              />
              <code>{isRight ? demoAccount.password : wrongPassword}</code>
              {!isRight && <span>a wrong one</span>}
            </label>
          ))}
        </fieldset>,
      )}
      {part(
        'review',
        <label className="engine-review">
          <span>What do you say to the ramen?</span>
          <textarea
            rows={2}
            maxLength={280}
            value={choices.review}
            onChange={({ target }) => onChoose({ review: target.value })}
          />
        </label>,
        choices.review.trim() !== '',
      )}
      {part(
        'order',
        <p>One {pageDish.name.toLowerCase()}, to be brought to your door</p>,
      )}
    </div>
  )
}

function Part({
  pedal,
  reply,
  isSending,
  isReady,
  onPress,
  children,
}: {
  pedal: Pedal
  reply: Reply | undefined
  isSending: boolean
  isReady: boolean
  onPress: () => void
  children: ReactNode
}) {
  return (
    <section className="engine-pedal" aria-label={pedalNames[pedal]}>
      {children}
      <button
        type="button"
        className="engine-press"
        disabled={!isReady}
        onClick={onPress}
      >
        {isSending ? 'On its way' : pedalNames[pedal]}
      </button>
      <p className="engine-reply">
        {reply ? (
          <>
            <b className="num">{reply.status}</b> {reply.said}
          </>
        ) : (
          'Not pressed yet.'
        )}
      </p>
    </section>
  )
}
