import { loginSeconds } from '@/contracts/session-lab-choices'
import { Pick } from '@/components/lab/pick'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Logins } from './use-logins'

const lives = loginSeconds.map((value) => ({ value, text: `${value} s` }))

/** Log in, ask, log out everywhere, and go on asking. */
export function Controls({
  logins,
  sentence,
}: {
  logins: Logins
  sentence: string
}) {
  const { seconds, tickets, rounds, loggedOutMs, busy, problem } = logins
  const isIn = tickets.length > 0
  const isOver = isIn && !rounds.at(-1)?.visits.some(({ isLetIn }) => isLetIn)
  /** There is something to strike out. */
  const isToLeave = isIn && !isOver && loggedOutMs === null
  const isBusy = busy !== null
  return (
    <div className="lab-stack">
      <p className="lab-note">
        Ada logs in on a phone and on a laptop. Each device gets three tickets
        for the same login, and shows them to the same door.
      </p>
      <Pick
        label="A login is good for"
        options={lives}
        value={seconds}
        isDisabled={isBusy || (isIn && !isOver)}
        onPick={logins.choose}
      />
      <button
        type="button"
        className="lab-press"
        disabled={isBusy || (isIn && !isOver && !isToLeave)}
        onClick={() => void (isToLeave ? logins.leave() : logins.enter())}
      >
        <Icon name={isToLeave ? 'minus' : 'auth'} size={16} />
        {isIn && !isOver ? 'Log out everywhere' : 'Log in on both devices'}
      </button>
      <div className="login-more">
        <button
          type="button"
          className="button"
          disabled={isBusy || !isIn}
          onClick={() => void logins.ask()}
        >
          Show all tickets again
        </button>
        <button
          type="button"
          className="button"
          disabled={isBusy || !isIn || isOver}
          onClick={() => void logins.follow()}
        >
          {busy === 'following'
            ? 'Asking now and then'
            : 'Ask until nobody is let in'}
        </button>
      </div>
      {problem && (
        <ProblemNotice words={problem} onTryAgain={logins.tryAgain} />
      )}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
      <p className="lab-note">
        The tickets go in the body of the requests, since the cookie and the
        header of this page say whose sandbox it is. Their length is counted as
        the field that they would be.
      </p>
    </div>
  )
}
