import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether the page can do anything yet: false before its script runs. */
export function useIsReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
