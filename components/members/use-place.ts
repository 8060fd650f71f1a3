import { useMemo, useSyncExternalStore } from 'react'
import {
  endedPlace,
  onSandbox,
  sandboxHint,
  type Place,
} from '@/components/sandbox-session'

type Whereabouts = { here: Place | null; ended: Place | null }

/** Whether this browser is in somebody else’s sandbox, or was until lately. */
export function usePlace(): Whereabouts {
  const text = useSyncExternalStore(onSandbox, read, () => nowhere)
  return useMemo((): Whereabouts => JSON.parse(text), [text])
}

const nowhere = JSON.stringify({ here: null, ended: null })

function read(): string {
  const hint = sandboxHint()
  const ended = hint ? null : endedPlace()
  return JSON.stringify({ here: hint?.place ?? null, ended })
}
