import { useCallback, useEffect, useState } from 'react'
import type { KindWords } from '@/components/kind-words'
import { wordsForReading } from './delivery-words'

type Loaded<T> = {
  value: T | null
  problem: KindWords | null
  reload: () => Promise<void>
}

/**
 * Reads something when the page opens, again when the connection comes back,
 * and whenever it is asked to. `readKept` is what an earlier page has read:
 * going back shows it at once. What was read stays while a new try fails.
 */
export function useLoaded<T>(
  readKept: () => T | null,
  load: () => Promise<T>,
): Loaded<T> {
  const [state, setState] = useState<{
    value: T | null
    problem: KindWords | null
  }>(() => ({ value: readKept(), problem: null }))

  const reload = useCallback(async () => {
    try {
      const value = await load()
      setState({ value, problem: null })
    } catch (error) {
      const problem = await wordsForReading(error)
      setState((before) => ({ ...before, problem }))
    }
  }, [load])

  useEffect(() => {
    const again = () => void reload()
    again()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [reload])

  return { ...state, reload }
}
