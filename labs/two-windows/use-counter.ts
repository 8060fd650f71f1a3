import { useCallback, useEffect, useRef, useState } from 'react'
import { kindWordsFor } from '@/components/kind-words'
import type { Counts, Told } from './counts'
import { addOnServer, askServer } from './server-count'
import { addToStored, useStoredCount } from './use-stored-count'

/** Looking twice within a second is looking once. */
const pauseMs = 1_000

/** One press, counted in three places; and what this window knows of them. */
export function useCounter() {
  const [memory, setMemory] = useState(0)
  const [server, setServer] = useState<number | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const [isPressing, setIsPressing] = useState(false)
  const presses = useRef(0)
  const [trouble, setTrouble] = useState<string | null>(null)
  const storage = useStoredCount()
  const askedAt = useRef(-Infinity)
  const lastPress = useRef<{ traceId: string | null }>(null)
  const [pressed, setPressed] = useState(0)

  const ask = useCallback(async () => {
    askedAt.current = performance.now()
    setIsAsking(true)
    const before = presses.current
    try {
      const count = await askServer()
      // Whoever pressed meanwhile gets a newer count.
      if (presses.current === before) setServer(count)
      setTrouble(null)
    } catch (error) {
      setTrouble((await kindWordsFor(error)).title)
    } finally {
      setIsAsking(false)
    }
  }, [])

  useEffect(() => {
    const look = () => {
      if (performance.now() - askedAt.current > pauseMs) void ask()
    }
    look()
    addEventListener('focus', look)
    document.documentElement.addEventListener('pointerenter', look)
    return () => {
      removeEventListener('focus', look)
      document.documentElement.removeEventListener('pointerenter', look)
    }
  }, [ask])

  useEffect(() => {
    const isPress = lastPress.current !== null
    tellParent({
      from: 'counter-window',
      counts: { memory, storage, server },
      isPress,
      traceId: lastPress.current?.traceId ?? null,
    })
    lastPress.current = null
  }, [memory, storage, server, pressed])

  async function press() {
    setMemory((count) => count + 1)
    addToStored()
    askedAt.current = performance.now()
    presses.current += 1
    setIsPressing(true)
    try {
      const { told, traceId } = await addOnServer()
      lastPress.current = { traceId }
      setServer(told.count)
      setTrouble(null)
    } catch (error) {
      lastPress.current = { traceId: null }
      setTrouble((await kindWordsFor(error)).title)
    } finally {
      setPressed((times) => times + 1)
      setIsPressing(false)
    }
  }

  const counts: Counts = { memory, storage, server }
  return { counts, isAsking, isPressing, trouble, press, ask }
}

/** Only a page of this site may hear it, and only such a page can frame this. */
function tellParent(told: Told): void {
  if (parent !== window) parent.postMessage(told, location.origin)
}
