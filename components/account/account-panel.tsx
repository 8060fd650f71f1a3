'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { SignInForm } from './sign-in-form'
import { useAccount } from './use-account'
import { takeWayBack } from './way-back'

/** Who you are here: the ways in, or the account with the ways out. */
export function AccountPanel() {
  const does = useAccount()
  const { account, complaint } = does
  return (
    <div className="account-panel" aria-busy={does.isBusy}>
      {complaint && <Complaint words={complaint} />}
      {account === undefined ? (
        <p className="account-hint">Looking whether you are signed in …</p>
      ) : account === null ? (
        <SignInForm
          providers={does.providers}
          isBusy={does.isBusy}
          onBegin={does.begin}
          onEnter={does.enter}
          onMake={does.make}
        />
      ) : (
        <SignedIn {...does} account={account} />
      )}
    </div>
  )
}

/** Called once: another function at each render would be called again. */
function bringIntoSight(notice: HTMLElement | null) {
  notice?.scrollIntoView({ block: 'nearest' })
}

/** What went wrong, within sight; who came from a lab finds the way to it. */
function Complaint({ words }: { words: string }) {
  const [wayBack] = useState(takeWayBack)
  return (
    <div className="notice r-fail" role="alert" ref={bringIntoSight}>
      <Icon name="fail" size={18} />
      <div>
        <p>{words}</p>
        {wayBack && (
          <p className="notice-actions">
            <Link className="button" href={wayBack}>
              Back to where you began
            </Link>
          </p>
        )}
      </div>
    </div>
  )
}

const methodWords: Record<string, string> = {
  identity: 'the identity provider of this site',
  github: 'GitHub',
  password: 'e-mail and password',
}

type Does = ReturnType<typeof useAccount>

function SignedIn({
  account,
  isBusy,
  signOut,
  signOutEverywhere,
  remove,
}: Does & { account: NonNullable<Does['account']> }) {
  const [isAsking, setAsking] = useState(false)
  const methods = account.methods.map((one) => methodWords[one] ?? one)
  return (
    <>
      <h2>Signed in as {account.name ?? account.email ?? 'somebody'}</h2>
      <p className="account-hint">
        By {methods.join(' and ')}. Your orders, your traces and what you have
        read are kept for thirty days after your last visit.
      </p>
      <p className="account-actions">
        <button
          type="button"
          className="button button-solid"
          disabled={isBusy}
          onClick={signOut}
        >
          Sign out
        </button>
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={signOutEverywhere}
        >
          Sign out everywhere
        </button>
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => (isAsking ? void remove() : setAsking(true))}
        >
          {isAsking ? 'Yes, delete all of it' : 'Delete my account'}
        </button>
      </p>
      <p className="account-hint" aria-live="polite">
        {isAsking &&
          'Everything goes: the account, its orders and its traces. Press once more, or leave it.'}
      </p>
    </>
  )
}
