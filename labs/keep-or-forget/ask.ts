import type { Memory } from '@/contracts/keep-or-forget'
import { BrokenContractError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { isRecord } from '@/components/read-reply'
import { sendRequest, type ApiReply } from '@/components/send-request'
import { withSandbox } from '@/components/with-sandbox'

export type Letter = Memory['server']

/** What was asked, in which way, and what came of it. */
export type Visit = {
  kind: 'tell' | 'ask' | 'restart'
  server: Letter
  withCookies: boolean
  /** Null for a restart, which answers nothing. */
  memory: Memory | null
  traceId: string | null
}

const path = '/api/labs/keep-or-forget'

/** Tells a server the name; the reply brings the cookie. */
export async function tell(name: string, server: Letter): Promise<Visit> {
  const reply = await send(jsonRequest('POST', { name, server }))
  return { kind: 'tell', server, withCookies: true, ...memoryIn(reply) }
}

/** Asks a server who this is, with this browser’s cookies or without any. */
export async function ask(
  room: string,
  server: Letter,
  withCookies: boolean,
): Promise<Visit> {
  const query = new URLSearchParams({ server, room })
  const reply = await sendRequest(`${path}?${query.toString()}`, {
    credentials: withCookies ? 'same-origin' : 'omit',
  })
  const { memory, traceId } = memoryIn(reply)
  // A trace that is nobody’s is not the reader’s either.
  const own = withCookies ? traceId : null
  return { kind: 'ask', server, withCookies, memory, traceId: own }
}

/** Ends a server; it is started anew when it is asked again. */
export async function restart(server: Letter): Promise<Visit> {
  const { traceId } = await send(jsonRequest('PATCH', { server }))
  return { kind: 'restart', server, withCookies: true, memory: null, traceId }
}

export async function forget(): Promise<void> {
  await send({ method: 'DELETE' })
}

function send(init: RequestInit): Promise<ApiReply> {
  return withSandbox(() => sendRequest(path, init))
}

function memoryIn({ body, traceId }: ApiReply) {
  if (!isMemory(body)) throw new BrokenContractError('not a memory')
  return { memory: body, traceId }
}

function isMemory(value: unknown): value is Memory {
  return (
    isRecord(value) &&
    typeof value.room === 'string' &&
    typeof value.thread === 'number' &&
    typeof value.startedAt === 'string'
  )
}
