'use client'

import { useSyncExternalStore } from 'react'
import { ownToken, type OwnToken } from '@/components/own-token'

/** What this page knows of the reader's own sandbox. */
export type OwnState = {
  token: OwnToken | null
  /** Whether the token may be read on the screen. */
  isShown: boolean
  /** Ids of the reader's own that stand in for the examples. */
  parts: Readonly<Record<string, string>>
}

const atFirst: OwnState = { token: null, isShown: false, parts: {} }
let state = atFirst
const listeners = new Set<() => void>()

export function useOwn(): OwnState {
  return useSyncExternalStore(
    listen,
    () => state,
    () => atFirst,
  )
}

/** Gets the reader's token, and makes their sandbox if there is none. */
export async function takeToken(): Promise<string> {
  const token = await ownToken()
  change({ token })
  return token.token
}

export function showToken(isShown: boolean) {
  change({ isShown })
}

/** The newest order and trace of the sandbox are better examples than ours. */
export function knowParts(parts: Readonly<Record<string, string>>) {
  change({ parts: { ...state.parts, ...parts } })
}

function change(news: Partial<OwnState>) {
  state = { ...state, ...news }
  for (const listener of listeners) listener()
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
