'use client'

import { useId, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import type { Providers } from './use-account'

type Send = (email: string, password: string) => void

/** Three ways in: by somebody who knows you, or by a password. */
export function SignInForm({
  providers,
  isBusy,
  onBegin,
  onEnter,
  onMake,
}: {
  providers: Providers
  isBusy: boolean
  onBegin: (provider: string) => void
  onEnter: Send
  onMake: Send
}) {
  return (
    <>
      <p className="account-actions">
        {providers.map(([id, name], at) => (
          <button
            key={id}
            type="button"
            className={at === 0 ? 'button button-solid' : 'button'}
            disabled={isBusy}
            onClick={() => onBegin(id)}
          >
            <Icon name="auth" size={16} />
            {id === 'identity'
              ? 'Sign in with the identity provider'
              : `Sign in with ${name}`}
          </button>
        ))}
      </p>
      <PasswordForm isBusy={isBusy} onEnter={onEnter} onMake={onMake} />
    </>
  )
}

function PasswordForm({
  isBusy,
  onEnter,
  onMake,
}: {
  isBusy: boolean
  onEnter: Send
  onMake: Send
}) {
  const id = useId()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isNew, setNew] = useState(false)
  return (
    <form
      className="account-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isNew) onMake(email, password)
        else onEnter(email, password)
      }}
    >
      <h2>Or by e-mail and password</h2>
      <label htmlFor={`${id}-email`}>E-mail</label>
      <input
        id={`${id}-email`}
        value={email}
        required
        maxLength={254}
        autoComplete="username"
        aria-describedby={`${id}-hint`}
        onChange={(event) => setEmail(event.target.value)}
      />
      <p className="account-hint" id={`${id}-hint`}>
        Any name serves. Nothing is ever sent to it.
      </p>
      <label htmlFor={`${id}-password`}>Password</label>
      <input
        id={`${id}-password`}
        type="password"
        value={password}
        required
        minLength={isNew ? 8 : undefined}
        maxLength={128}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        onChange={(event) => setPassword(event.target.value)}
      />
      <label className="account-choice">
        <input
          type="checkbox"
          checked={isNew}
          onChange={(event) => setNew(event.target.checked)}
        />
        I have no account yet: make one, with at least 8 signs
      </label>
      <button className="button" disabled={isBusy}>
        {isNew ? 'Make an account' : 'Sign in'}
      </button>
    </form>
  )
}
