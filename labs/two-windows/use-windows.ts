import { useEffect, useReducer, useRef, useState } from 'react'
import { isTold } from './counts'
import { nothingSeen, withNews, type WindowName } from './observations'
import { clearOnServer } from './server-count'
import { clearStored } from './use-stored-count'

/** The windows of the lab, what they tell, and how to begin anew. */
export function useWindows() {
  const frames = useRef(new Map<WindowName, HTMLIFrameElement>())
  const [observed, tell] = useReducer(withNews, nothingSeen)
  const [hasOther, setHasOther] = useState(false)
  /** Another round is another set of windows. */
  const [round, setRound] = useState(0)

  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (origin !== location.origin || !isTold(data)) return
      for (const [window, frame] of frames.current)
        if (frame.contentWindow === source)
          tell({ kind: 'told', window, told: data })
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [])

  function reload(window: WindowName) {
    const frame = frames.current.get(window)
    tell({ kind: 'reload', window })
    frame?.contentWindow?.location.reload()
  }

  async function reset() {
    clearStored()
    // Where the server cannot be told, its count goes on from where it is.
    await clearOnServer().catch(() => undefined)
    tell({ kind: 'reset' })
    setHasOther(false)
    setRound(round + 1)
  }

  return {
    observed,
    round,
    hasOther,
    openOther: () => setHasOther(true),
    hold: (window: WindowName) => (frame: HTMLIFrameElement | null) => {
      if (frame) frames.current.set(window, frame)
      else frames.current.delete(window)
    },
    reload,
    reset,
  }
}
