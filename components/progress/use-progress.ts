import { useSyncExternalStore } from 'react'
import { keptProgress, onProgress, type Progress } from './progress'

const none: Progress = {}

/** The reader's progress, as it stands in every open tab of this browser. */
export function useProgress(): Progress {
  return useSyncExternalStore(onProgress, keptProgress, () => none)
}
