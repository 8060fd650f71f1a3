import { useState } from 'react'
import type { SessionCookie } from '@/contracts/jwt-lab'
import {
  tokenDeeds,
  tokenFormats,
  type TokenDeed,
  type TokenFormat,
} from '@/contracts/jwt-lab-choices'
import { useAttempt } from '@/components/lab/use-attempt'
import { putTogether, takeApart, type Parts } from './parts'
import {
  fetchCookie,
  fetchSpecimen,
  sendToken,
  type Verdict,
} from './send-token'
import type { Deed } from './words'

/** One token that was sent, and what became of it. */
export type Result = {
  format: TokenFormat
  deed: Deed
  token: string
  verdict: Verdict
}

type State = {
  format: TokenFormat
  /** What the token at hand is. */
  deed: Deed
  /** Null before the reader has a token. */
  parts: Parts | null
  publicKey: string
  /** The same claims, encrypted. */
  sealed: string
  /** The newest last; one of each kind. */
  results: readonly Result[]
  /** The one whose answer is shown. */
  shown: Result | null
  cookie: SessionCookie | null
}

const atFirst: State = {
  format: 'jwt',
  deed: 'genuine',
  parts: null,
  publicKey: '',
  sealed: '',
  results: [],
  shown: null,
  cookie: null,
}

type Busy = 'making' | 'sending' | 'trying all' | 'looking'

/** The token at hand, what was done to it, and what the doors said. */
export function useTokens() {
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<Busy>()
  const set = (part: Partial<State>) =>
    setState((before) => ({ ...before, ...part }))

  const take = (format: TokenFormat, deed: TokenDeed) =>
    attempt(async ({ isMine, work }) => {
      // The choice is seen at once, and no other has to wait for its token.
      set({ format, deed, shown: null })
      work('making')
      const { token, publicKey, sealed } = await fetchSpecimen(format, deed)
      if (!isMine()) return
      const parts = takeApart(token, format)
      set({ parts, publicKey, sealed })
    })
  const send = () =>
    attempt(async ({ isMine, work }) => {
      if (!state.parts) return
      work('sending')
      const { deed, parts } = state
      const { format } = parts
      const token = putTogether(parts)
      const verdict = await sendToken(token)
      if (!isMine()) return
      keep({ format, deed, token, verdict })
    })
  /** Every kind in both formats that was not tried yet, one after another. */
  const sendAll = () =>
    attempt(async ({ isMine, work }) => {
      work('trying all')
      for (const { format, deed } of untried(state.results)) {
        const { token } = await fetchSpecimen(format, deed)
        const verdict = await sendToken(token)
        if (!isMine()) return
        keep({ format, deed, token, verdict }, false)
      }
    })
  const lookAtCookie = () =>
    attempt(async ({ isMine, work }) => {
      work('looking')
      const cookie = await fetchCookie()
      if (isMine()) set({ cookie })
    })

  function keep(result: Result, isShown = true) {
    setState((before) => ({
      ...before,
      shown: isShown ? result : before.shown,
      results: withResult(before.results, result),
    }))
  }

  return {
    ...state,
    busy,
    problem,
    take,
    send,
    sendAll,
    lookAtCookie,
    tryAgain,
    edit: (part: Partial<Parts>) => {
      // What the reader writes is not overwritten by a token that comes late.
      if (busy === 'making') stop()
      setState((before) => edited(before, part))
    },
    clear: () => {
      stop()
      set({ results: [], shown: null })
    },
    reset: () => {
      stop()
      setState(atFirst)
    },
  }
}

export type Tokens = ReturnType<typeof useTokens>

function edited(state: State, part: Partial<Parts>): State {
  const parts = state.parts && { ...state.parts, ...part }
  return { ...state, deed: 'by-hand', shown: null, parts }
}

/** What was tried again stands once, and last. */
function withResult(results: readonly Result[], result: Result): Result[] {
  return [...results.filter((one) => !isAlike(one, result)), result]
}

export function isAlike(
  one: Pick<Result, 'format' | 'deed'>,
  { format, deed }: Pick<Result, 'format' | 'deed'>,
): boolean {
  return one.format === format && one.deed === deed
}

/** What has not been sent yet. */
export function untried(results: readonly Result[]) {
  return tokenDeeds
    .flatMap((deed) => tokenFormats.map((format) => ({ format, deed })))
    .filter((kind) => !results.some((one) => isAlike(one, kind)))
}
