import { useId } from 'react'
import { Pick } from '@/components/lab/pick'
import { StageFrame } from '@/components/lab/stage-frame'
import { scrollable } from '@/components/trace/inspector-parts'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { useIsEmbedded } from '@/components/use-is-embedded'
import { sameSites } from '@/contracts/csrf-choices'
import { attackOn } from './hostile-page'
import type { Forgery } from './use-forgery'
import { cookieWords, ways, wayWords } from './words'

const cookies = sameSites.map((value) => ({ value, text: cookieWords[value] }))

/** What the hostile page does, and what the cookie says of such requests. */
export function Controls({
  forgery,
  sentence,
}: {
  forgery: Forgery
  sentence: string
}) {
  const { way, sameSite, isBusy, problem, choose, press, tryAgain } = forgery
  const name = useId()
  return (
    <div className="lab-stack">
      <fieldset className="lab-choices" disabled={isBusy}>
        <legend>The hostile page has in it</legend>
        {ways.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              checked={one === way}
              onChange={() => choose({ way: one })}
            />
            <span>
              <b>{wayWords[one].name}</b> {wayWords[one].line}
            </span>
          </label>
        ))}
      </fieldset>
      <Pick
        label="The twin’s cookie says SameSite="
        options={cookies}
        value={sameSite}
        isDisabled={isBusy}
        onPick={(chosen) => choose({ sameSite: chosen })}
      />
      <button
        type="button"
        className="lab-press"
        disabled={isBusy}
        onClick={() => void press()}
      >
        <Icon name="play" size={16} />
        {isBusy ? 'Under way' : pressWords(way)}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
      <HostilePage forgery={forgery} />
      <OwnAddress />
    </div>
  )
}

function pressWords(way: Forgery['way']): string {
  return way === 'own' ? 'Send it from this page' : 'Visit the hostile page'
}

function HostilePage({ forgery: { way, opened, hear } }: { forgery: Forgery }) {
  if (way === 'own')
    return (
      <p className="lab-note">
        This page itself sends the form to both doors, as the twin’s own page
        would.
      </p>
    )
  return (
    <div className="csrf-hostile">
      <h3>A page of another site</h3>
      {opened ? (
        <StageFrame
          key={opened.round}
          address="/labs/csrf/hostile.html"
          page={opened.page}
          title="The hostile page"
          maySend
          onNews={({ kind, text }) => kind === 'log' && hear(text)}
        />
      ) : (
        <p className="lab-trace-rest">Nobody has visited it yet.</p>
      )}
      {opened && opened.said.length > 0 && (
        <ul className="csrf-said">
          {opened.said.map((text, at) => (
            <li key={at}>It says: {text}</li>
          ))}
        </ul>
      )}
      <pre className="csrf-code" {...scrollable('What is in the hostile page')}>
        {attackOn(
          way,
          'https://plateful.example/…',
          way === 'tab' ? 'hidden-0' : 'hidden',
        )}
      </pre>
      <p className="lab-note">
        It stands in a frame without an origin: to the browser it belongs to
        another site than any. It sends the same to three doors: the trusting
        twin, the guarded one, and the real <code>/api/orders</code>
        {way === 'tab' && ', in this order for soup, bread and tea'}.
      </p>
    </div>
  )
}

/** A frame on another site is given no cookie that could be misused. */
function OwnAddress() {
  if (!useIsEmbedded()) return null
  return (
    <p className="lab-note">
      In a frame of another site this lab is given no cookie, and without one
      there is nothing to forge.{' '}
      <a href="/labs/csrf" target="_blank">
        Open the lab in full
      </a>
      , and it is there.
    </p>
  )
}
