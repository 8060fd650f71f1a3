import { after } from 'next/server'
import { env } from '@/env'
import { untraced } from '@/tracing/current'
import { spanStore } from '@/tracing/span-store'
import { runChores } from './chores'
import { runErrands } from './errand'
import { eventTail } from './event-tail'

/**
 * What follows a reply: open streams look for news, due messages leave, spans
 * are stored. A function that is frozen after its reply is kept awake for it.
 */
export function afterReply(isWrite: boolean): void {
  if (isWrite) eventTail().wake()
  if (!env.onVercel) {
    if (!isWrite) return
    untraced(() =>
      setImmediate(() => {
        void runChores()
        void runErrands()
      }),
    )
    return
  }
  // Without a database there is nothing to send, and nowhere to look.
  if (env.missing.length > 0) return
  after(async () => {
    const errands = isWrite ? runErrands() : undefined
    await untraced(runChores)
    await errands
    await spanStore().flush()
    await globalThis.backOfHouseSpanExport?.flush()
  })
}
