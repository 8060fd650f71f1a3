import type { RawExchange } from '@/contracts/raw-request'
import { ApiProblemError } from '@/components/api-errors'
import { askLab } from '@/components/lab/ask-lab'
import { isRecord } from '@/components/read-reply'
import { sendByFetch } from './send-by-fetch'

/** An exchange, and who wrote the bytes: the server's socket, or the browser. */
export type Exchange = RawExchange & {
  by: 'socket' | 'fetch'
  /** What fetch does not let a page say. */
  leftOut: string[]
}

/**
 * Has bytes written to a connection with the server, as they are. Where the
 * platform has no port of its own, fetch sends what it can of them.
 */
export async function sendRaw(text: string): Promise<Exchange> {
  try {
    const question = { path: '/api/labs/raw-request', message: { text } }
    const { told } = await askLab(question, isExchange)
    return { ...told, by: 'socket', leftOut: [] }
  } catch (error) {
    if (error instanceof ApiProblemError && error.is('not-on-this-platform'))
      return sendByFetch(text)
    throw error
  }
}

function isExchange(value: unknown): value is RawExchange {
  return (
    isRecord(value) &&
    typeof value.sent === 'string' &&
    typeof value.received === 'string' &&
    typeof value.ending === 'string'
  )
}
