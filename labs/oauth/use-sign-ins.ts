import { useEffect, useRef, useState } from 'react'
import type { OauthOutcome } from '@/contracts/oauth-lab'
import type { AttackedHouse, Protection } from '@/contracts/oauth-lab-choices'
import type { LabReply } from '@/components/lab/ask-lab'
import { useAttempt } from '@/components/lab/use-attempt'
import { comeBack, leaveToSignIn } from './own-sign-in'
import { sendAttack } from './send-attack'

/** The reader's own sign-in, or what it would be without a protection. */
export type Mode = 'own' | Protection

export type Attacked = Partial<
  Record<Protection, Partial<Record<AttackedHouse, LabReply<OauthOutcome>>>>
>

type State = {
  mode: Mode
  house: AttackedHouse
  ownTraceId: string | null
  attacked: Attacked
}

const atFirst: State = {
  mode: 'own',
  house: 'twin',
  ownTraceId: null,
  attacked: {},
}

/** Every sign-in that was made here, and the attacks on others. */
export function useSignIns() {
  const [state, setState] = useState(atFirst)
  const { busy, problem, attempt, stop, tryAgain } = useAttempt<
    'leaving' | 'attacking'
  >()
  const { mode, house, ownTraceId, attacked } = state
  const change = (some: Partial<State>) =>
    setState((before) => ({ ...before, ...some }))
  const isBack = useComeBack((traceId) => change({ ownTraceId: traceId }))

  const attack = (protection: Protection, on: AttackedHouse) =>
    attempt(async ({ isMine, work }) => {
      work('attacking')
      const reply = await sendAttack({ protection, house: on })
      if (!isMine()) return
      setState((before) => ({
        ...before,
        house: on,
        attacked: {
          ...before.attacked,
          [protection]: { ...before.attacked[protection], [on]: reply },
        },
      }))
    })

  return {
    mode,
    house,
    attacked,
    isBack,
    busy,
    problem,
    tryAgain,
    traceId:
      mode === 'own' ? ownTraceId : (attacked[mode]?.[house]?.traceId ?? null),
    choose: (chosen: Mode) => {
      stop()
      change({ mode: chosen })
    },
    look: (at: AttackedHouse) => change({ house: at }),
    signIn: () =>
      attempt(async ({ work }) => {
        work('leaving')
        await leaveToSignIn()
        // The page goes; until then nothing else is to be pressed.
        await new Promise(() => {})
      }),
    attack,
    clear: () => {
      stop()
      change({ attacked: {} })
    },
    reset: () => {
      stop()
      setState(atFirst)
    },
  }
}

export type SignIns = ReturnType<typeof useSignIns>

/** Whether this tab has come back from the provider just now. */
function useComeBack(onBack: (traceId: string) => void): boolean {
  const [isBack, setBack] = useState(false)
  const tell = useRef(onBack)
  useEffect(() => {
    let isGone = false
    void comeBack()
      .catch(() => null)
      .then((traceId) => {
        if (traceId === null || isGone) return
        tell.current(traceId)
        setBack(true)
      })
    return () => void (isGone = true)
  }, [])
  return isBack
}
