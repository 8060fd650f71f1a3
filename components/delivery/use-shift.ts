import { useCallback, useEffect, useRef, useState } from 'react'
import type { CurrentSandbox } from '@/contracts/sandboxes'
import { useFeed } from './feed'
import {
  endShift,
  findCurrentSandbox,
  setAutopilot,
  takeShift,
  type ShiftPart,
} from './sides-api'

/** A shift lasts 45 seconds; a screen that is looked at says so thrice in it. */
const renewMs = 15_000

export type Shift = {
  /** Whether this screen wants to play the part. */
  isWanted: boolean
  want: (isWanted: boolean) => void
  /** Null until the server has said it, and where there is no sandbox. */
  sandbox: CurrentSandbox | null
  switchAutopilotOn: () => void
}

/**
 * Plays a part for as long as the screen is open and looked at: the autopilot
 * then leaves it alone. A hidden or closed screen gives it back at once.
 */
export function useShift(
  part: ShiftPart,
  hasSandbox: boolean,
  isWantedAtFirst: boolean,
): Shift {
  const [isWanted, want] = useState(isWantedAtFirst)
  const [sandbox, setSandbox] = useState<CurrentSandbox | null>(null)
  const follow = useFeed()
  const renew = useRef<() => void>(() => {})

  const look = useCallback(async () => {
    const found = await findCurrentSandbox().catch(() => undefined)
    if (found !== undefined) setSandbox(found)
  }, [])

  // What others do with the part, and what the autopilot is told.
  useEffect(() => {
    if (!hasSandbox) return
    return follow({
      onEvent: ({ event, data }) => {
        const isEmptied = event === 'sandbox.emptied'
        if (!isEmptied && event !== 'shift.started' && event !== 'shift.ended')
          return
        // Another screen gave the part back, and this one still has it.
        const isGone = event === 'shift.ended' && data.part === part
        if (isGone || isEmptied) renew.current()
        void look()
      },
      onState: (stream) => {
        if (stream === 'open') void look()
      },
    })
  }, [follow, hasSandbox, part, look])

  // Whoever joined as somebody else looks on, and takes nothing over.
  const canPlay = sandbox !== null && (sandbox.part ?? part) === part
  useEffect(() => {
    if (!hasSandbox || !isWanted || !canPlay) return
    return holdShift(part, (say) => {
      renew.current = say
    })
  }, [hasSandbox, isWanted, canPlay, part])

  return {
    isWanted,
    want,
    sandbox,
    switchAutopilotOn: () => {
      void setAutopilot(true)
        .catch(() => undefined)
        .then(look)
    },
  }
}

/** Holds a part until it is told to stop; hidden or closed it lets go. */
function holdShift(
  part: ShiftPart,
  onRenew: (say: () => void) => void,
): () => void {
  let timer: ReturnType<typeof setInterval> | undefined
  let isHeld = false
  const say = () => void takeShift(part).catch(() => undefined)
  const take = () => {
    if (isHeld) return
    isHeld = true
    say()
    onRenew(say)
    timer = setInterval(say, renewMs)
  }
  const letGo = () => {
    if (!isHeld) return
    isHeld = false
    clearInterval(timer)
    onRenew(() => {})
    void endShift(part).catch(() => undefined)
  }
  const settle = () => {
    if (document.visibilityState === 'visible') take()
    else letGo()
  }
  settle()
  document.addEventListener('visibilitychange', settle)
  addEventListener('pagehide', letGo)
  addEventListener('pageshow', settle)
  return () => {
    letGo()
    document.removeEventListener('visibilitychange', settle)
    removeEventListener('pagehide', letGo)
    removeEventListener('pageshow', settle)
  }
}
