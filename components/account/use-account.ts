'use client'

import { useEffect, useState } from 'react'
import { kindWordsFor } from '@/components/kind-words'
import {
  beginSignIn,
  followCookie,
  leave,
  listProviders,
  makeAccount,
  readAccount,
  signInByPassword,
  signOut,
  type Account,
} from './account-api'
import { wordsForError } from './error-words'
import { noteInAccount } from '@/components/progress/in-account'
import { syncProgress } from './sync-progress'

export type Providers = [id: string, name: string][]

/** Who is signed in here, and all that can be done about it. */
export function useAccount() {
  const [account, setAccount] = useState<Account | null>()
  const [providers, setProviders] = useState<Providers>([])
  const [complaint, setComplaint] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const look = async () => {
    const found = await readAccount()
    noteInAccount(found !== null)
    if (found) {
      await followCookie()
      await syncProgress().catch(() => {})
    } else setProviders(await listProviders())
    setAccount(found)
  }
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setComplaint(null)
    try {
      await work()
    } catch (error) {
      const { title, text } = await kindWordsFor(error)
      setComplaint(`${title}. ${text}`)
    }
    setBusy(false)
  }
  useEffect(() => {
    // The address says what went wrong on the way; a reload need not.
    const query = new URLSearchParams(location.search)
    const told = wordsForError(query.get('error'))
    if (query.has('error')) history.replaceState(null, '', '/account')
    const first = async () => {
      await attempt(look)
      if (told !== null) setComplaint(told)
    }
    // After the effect: the page is shown before it asks.
    const timer = setTimeout(() => void first())
    return () => clearTimeout(timer)
  }, [])

  /** Follows where the sign-in leads: away, or nowhere with a complaint. */
  const go = async (address: string) => {
    const { origin, pathname, searchParams } = new URL(address, location.href)
    if (origin !== location.origin || pathname !== '/account')
      return location.assign(address)
    const error = searchParams.get('error')
    if (error === null) await look()
    setComplaint(wordsForError(error))
  }
  return {
    account,
    providers,
    complaint,
    isBusy,
    begin: (provider: string) =>
      attempt(async () => go(await beginSignIn(provider))),
    enter: (email: string, password: string) =>
      attempt(async () => go(await signInByPassword(email, password))),
    make: (email: string, password: string) =>
      attempt(async () => {
        await makeAccount(email, password)
        await go(await signInByPassword(email, password))
      }),
    signOut: () =>
      attempt(async () => {
        await signOut()
        await look()
      }),
    signOutEverywhere: () =>
      attempt(async () => {
        await leave('/sessions')
        await look()
      }),
    remove: () =>
      attempt(async () => {
        await leave('')
        await look()
      }),
  }
}
