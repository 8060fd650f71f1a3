import { useSyncExternalStore } from 'react'
import { isEmbedded } from './embedded'

const never = () => () => undefined

/** In a frame of another site: there this one has no cookie. */
export function useIsEmbedded(): boolean {
  return useSyncExternalStore(never, isEmbedded, () => false)
}
