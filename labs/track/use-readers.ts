import { useEffect, useMemo, useReducer, type RefObject } from 'react'
import type { Part } from '@/contracts/parts'
import { serverTimeAt } from '@/components/delivery/server-clock'
import { listDeliveries } from '@/components/delivery/sides-api'
import { ensureSandbox } from '@/components/sandbox-session'
import { useHasSandbox } from '@/components/use-has-sandbox'
import { emptyLog, withTold, type Log } from './log'
import { makeReader, type Reader, type Told } from './reader'

export const parts = ['guest', 'kitchen', 'courier'] as const

/** Long enough to see it, and for something to happen meanwhile. */
export const cutMs = 6_000

const lingerMs = 2_000

type Readers = Record<Part, Reader>

/**
 * Three lines to the event log, one for each screen, open only while the lab
 * is in view. Everywhere else one stream serves all tabs of a browser; here
 * the three lines are what there is to see.
 */
export function useReaders(view: RefObject<HTMLElement | null>): {
  log: Log
  readers: Readers
  openAll: () => Promise<void>
} {
  const [log, tell] = useReducer(
    (before: Log, told: Told) => withTold(before, told, serverTimeAt),
    emptyLog,
  )
  const readers = useMemo(
    () => ({
      guest: makeReader('guest', tell),
      kitchen: makeReader('kitchen', tell),
      courier: makeReader('courier', tell),
    }),
    [],
  )
  const hasSandbox = useHasSandbox()

  useEffect(() => {
    const element = view.current
    if (!element || !hasSandbox) return
    let isNear = false
    const settle = () => {
      const isSeen = isNear && document.visibilityState === 'visible'
      for (const part of parts)
        if (isSeen) readers[part].open()
        else readers[part].close()
    }
    let timer: ReturnType<typeof setTimeout>
    // Out of view for a moment is no reason to hang up.
    const watch = new IntersectionObserver((entries) => {
      isNear = entries.at(-1)?.isIntersecting ?? false
      clearTimeout(timer)
      timer = setTimeout(settle, isNear ? 0 : lingerMs)
    })
    watch.observe(element)
    document.addEventListener('visibilitychange', settle)
    return () => {
      watch.disconnect()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', settle)
      for (const part of parts) readers[part].close()
    }
  }, [view, readers, hasSandbox])

  return { log, readers, openAll: () => openAll(readers) }
}

const mostWaitMs = 4_000

/** All three lines, before the first order: none of them misses its event. */
async function openAll(readers: Readers): Promise<void> {
  await ensureSandbox()
  // The server's clock is read before anything is measured by it.
  await listDeliveries().catch(() => undefined)
  const open = parts.map((part) => untilOpen(readers[part]))
  const patience = new Promise((resolve) => setTimeout(resolve, mostWaitMs))
  await Promise.race([Promise.all(open), patience])
}

function untilOpen(reader: Reader): Promise<void> {
  return new Promise((resolve) => {
    let stop: (() => void) | null = null
    let isOpen = false
    stop = reader.follow({
      onState: (stream) => {
        if (stream !== 'open') return
        isOpen = true
        stop?.()
        resolve()
      },
    })
    if (isOpen) stop()
  })
}
