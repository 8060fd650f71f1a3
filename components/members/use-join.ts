import { useCallback, useEffect, useRef, useState } from 'react'
import type { WayIn } from '@/contracts/members'
import { ApiProblemError } from '@/components/api-errors'
import { forgetTraces } from '@/components/delivery/known-traces'
import { wordsForReading } from '@/components/delivery/delivery-words'
import type { KindWords } from '@/components/kind-words'
import { enterSandbox } from '@/components/sandbox-session'
import { codeInFragment, spellCode } from './code'
import { join, lookAtCode } from './members-api'
import { partPaths } from './part-words'

type State = {
  code: string
  /** What the code opens, once it was looked at. */
  wayIn: WayIn | null
  isBusy: boolean
  problem: KindWords | null
}

const atFirst: State = { code: '', wayIn: null, isBusy: false, problem: null }

/** A code, from being typed to the screen that it leads to. */
export function useJoin() {
  const [state, setState] = useState(atFirst)
  const isBusy = useRef(false)

  const run = useCallback(async (work: () => Promise<Partial<State>>) => {
    if (isBusy.current) return
    isBusy.current = true
    setState((before) => ({ ...before, isBusy: true, problem: null }))
    try {
      const news = await work()
      setState((before) => ({ ...before, ...news, isBusy: false }))
    } catch (error) {
      const problem = await wordsForJoining(error)
      // A code that opens nothing any more is typed again.
      const isGone = error instanceof ApiProblemError && error.is('not-found')
      setState((before) => ({
        ...before,
        ...(isGone ? { wayIn: null } : {}),
        isBusy: false,
        problem,
      }))
    } finally {
      isBusy.current = false
    }
  }, [])

  const look = useCallback(
    (code: string) => run(async () => ({ wayIn: await lookAtCode(code) })),
    [run],
  )

  // A link brings its code after the #. It is used here, and kept nowhere.
  useEffect(() => {
    const take = () => {
      const code = codeInFragment(location.hash)
      if (!code) return
      history.replaceState(history.state, '', location.pathname)
      setState({ ...atFirst, code })
      void look(code)
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [look])

  return {
    ...state,
    type: (typed: string) => setState({ ...atFirst, code: spellCode(typed) }),
    look: () => void look(state.code),
    enter: (name: string) =>
      void run(async () => {
        const {
          id,
          sandbox,
          expiresAt,
          part,
          kind,
          name: known,
        } = await join(state.code, name)
        const place = { id, part, kind, name: known }
        enterSandbox({ id: sandbox, expiresAt, place })
        // They belong to the sandbox that is left behind.
        forgetTraces()
        location.assign(partPaths[part])
        return {}
      }),
    startAgain: () => setState(atFirst),
  }
}

async function wordsForJoining(error: unknown): Promise<KindWords> {
  const words = await wordsForReading(error)
  if (!(error instanceof ApiProblemError)) return words
  const again = { do: 'mend', label: 'Type it again' } as const
  if (error.is('not-found'))
    return {
      title: 'This code opens nothing',
      text: 'It may have been used already, or its time is over, or there is a slip in it. A code for a phone is good once, for ten minutes. Ask for a new one.',
      way: again,
      href: null,
    }
  if (error.is('validation-failed'))
    return {
      title: 'This name cannot be shown',
      text: 'A name has 1 to 24 signs: letters, figures, spaces, punctuation. No line breaks, and none of the signs that turn the reading direction.',
      way: { do: 'mend', label: 'Change the name' },
      href: null,
    }
  if (error.is('too-many-requests'))
    return {
      ...words,
      title: 'Too many codes were tried here',
      text: 'So that nobody can guess one, only so many may be tried in a minute from one address.',
    }
  return words
}
