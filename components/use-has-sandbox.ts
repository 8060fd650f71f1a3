import { useSyncExternalStore } from 'react'
import { onSandbox, sandboxHint } from './sandbox-session'

/** Whether this browser has a sandbox; also when another tab makes it. */
export function useHasSandbox(): boolean {
  return useSyncExternalStore(
    onSandbox,
    () => sandboxHint() !== null,
    () => false,
  )
}
