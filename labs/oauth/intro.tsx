import Link from 'next/link'
import { isEmbedded } from '@/components/embedded'
import { TwoOutcomes } from '@/components/lab/two-outcomes'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Protection } from '@/contracts/oauth-lab-choices'
import { tellingLines, type Line } from './lines'
import type { SignIns } from './use-sign-ins'
import { endingOf, hasFallen } from './verdict'
import { attackWords } from './words'

type Props = { signIns: SignIns; sentence: string }

/** What the press does, before it is pressed; and what came of it. */
export function Intro({ signIns, sentence }: Props) {
  const { mode, problem, tryAgain } = signIns
  return (
    <div className="oauth-intro front">
      {mode === 'own' ? (
        <OwnSignIn signIns={signIns} />
      ) : (
        <AttackIntro signIns={signIns} protection={mode} />
      )}
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
    </div>
  )
}

function OwnSignIn({
  signIns: { busy, traceId, signIn },
}: {
  signIns: SignIns
}) {
  if (isEmbedded())
    return (
      <p>
        A page within another site’s page gets no cookies, so nobody can sign in
        here.{' '}
        <Link href="/labs/oauth" prefetch={false} target="_blank">
          Open the lab on a page of its own
        </Link>
        ; the attacks can be tried here too.
      </p>
    )
  return (
    <div className="oauth-columns">
      <div>
        <h3>Sign in for real, and see every hop of it</h3>
        <p>
          You leave this page, say any name to the identity provider of this
          site, and come back. There is no password, and nothing is ever sent to
          anybody.
        </p>
        <button
          type="button"
          className="lab-press"
          disabled={busy !== null}
          onClick={() => void signIn()}
        >
          <Icon name="auth" size={16} />
          {traceId === null ? 'Sign in for real' : 'Sign in once more'}
        </button>
      </div>
      <div className="oauth-before">
        <h4>What it does to your sandbox</h4>
        <ul>
          <li>
            <b>Without an account:</b> one is made. Your orders and traces move
            into its sandbox, which is kept for thirty days after your last
            visit.
          </li>
          <li>
            <b>With an account:</b> say the same name in this browser, and what
            you have done here moves to what is there already.
          </li>
          <li>
            Either way the sandbox you have now is gone, with every token that
            was made for it. On{' '}
            <Link href="/account" prefetch={false}>
              the page about the account
            </Link>{' '}
            you sign out, or delete all of it.
          </li>
        </ul>
      </div>
    </div>
  )
}

function AttackIntro({
  signIns: { attacked, busy, attack },
  protection,
}: {
  signIns: SignIns
  protection: Protection
}) {
  const { title, about, deeds } = attackWords[protection]
  const { sound, weak } = tellingLines[protection]
  const { twin, real } = attacked[protection] ?? {}
  const isBusy = busy !== null
  return (
    <div className="oauth-columns">
      <div>
        <h3>{title}</h3>
        <p>{about}</p>
        <ol className="oauth-deeds">
          {deeds.map((deed) => (
            <li key={deed}>{deed}</li>
          ))}
        </ol>
        <p className="oauth-note">
          Mara and Mallory are played by this server: two browsers with cookies
          of their own, whose requests are real. The twin is made for one run,
          keeps three tables in memory, and knows nothing of Plateful.
        </p>
      </div>
      <div className="oauth-tries">
        <div className="oauth-presses">
          <button
            type="button"
            className="lab-press"
            disabled={isBusy}
            onClick={() => void attack(protection, 'twin')}
          >
            <Icon name="play" size={16} />
            Attack the weak twin
          </button>
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => void attack(protection, 'real')}
          >
            <Icon name="play" size={15} />
            Attack Plateful in the same way
          </button>
        </div>
        <TwoOutcomes
          label="What the same attack came to"
          naive={{
            title: 'The weak twin',
            isBroken: twin ? hasFallen(twin.told) : false,
            children: (
              <>
                <p>{twin ? endingOf(twin.told) : 'Not attacked yet.'}</p>
                <CodeLine line={weak} />
              </>
            ),
          }}
          sound={{
            title: 'Plateful',
            isBroken: real ? hasFallen(real.told) : false,
            children: (
              <>
                <p>{real ? endingOf(real.told) : 'Not attacked yet.'}</p>
                <CodeLine line={sound} />
              </>
            ),
          }}
        />
      </div>
    </div>
  )
}

/** The line on which it turns, as it stands in the repository. */
function CodeLine({ line: { file, text } }: { line: Line }) {
  return (
    <figure className="oauth-line">
      <figcaption>{file}</figcaption>
      <code>{text}</code>
    </figure>
  )
}
