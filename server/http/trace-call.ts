import type { ClientRequest, IncomingMessage } from 'node:http'
import { context } from '@opentelemetry/api'
import { env } from '@/env'
import { timeNow } from '@/tracing/clock'
import { enclose } from '@/tracing/recorder'
import { visitOf, type Visit } from '@/tracing/visit'
import { markUnanswered, startClientSpan, traceFields } from './client-span'
import { noteSecretParameters, noteSecretsOfReply } from './secret-parameters'
import { markStatus, noteSecrets, wireMessage } from './visit-span'
import { fieldsOf, writtenHead } from './wire'

/** Of what a library sends and reads no more than this is looked at. */
const longest = 64 * 1024

/**
 * Gives a request that a library is about to send a span of its own, with both
 * messages as they cross. To this very server the trace goes along.
 */
export function traceCall(request: ClientRequest): void {
  const visit = visitOf(context.active())
  const origin = `${request.protocol}//${String(request.getHeader('host'))}`
  const span = startClientSpan(request.method, origin + request.path)
  if (origin === env.publicUrl)
    for (const field of Object.entries(traceFields(span, visit)))
      request.setHeader(...field)

  const sent = listenIn(request, ['write', 'end'])
  let isAnswered = false
  request.once('response', (reply) => {
    isAnswered = true
    const read = listenIn(reply, ['push'])
    markStatus(span, reply.statusCode ?? 0)
    reply.once('close', () => {
      if (visit)
        enclose(span, { wire: wireOf(visit, request, sent(), reply, read()) })
      span.end(timeNow())
    })
  })
  request.once('error', (error) => markUnanswered(span, error))
  // Where a reply came, its end is that of the call.
  request.once('close', () => isAnswered || span.end(timeNow()))
}

/** What passes through some methods of a message, as text, once it is whole. */
function listenIn<Message extends object>(
  message: Message,
  methods: (keyof Message)[],
): () => string {
  const chunks: Buffer[] = []
  let size = 0
  for (const method of methods) {
    const own = message[method]
    if (typeof own !== 'function') continue
    Reflect.set(message, method, (chunk: unknown, ...rest: unknown[]) => {
      const isText = typeof chunk === 'string' || Buffer.isBuffer(chunk)
      if (isText && size < longest) {
        chunks.push(Buffer.from(chunk))
        size += chunk.length
      }
      return own.call(message, chunk, ...rest)
    })
  }
  return () => Buffer.concat(chunks).toString()
}

/** Both messages, after their secrets are known. */
function wireOf(
  visit: Visit,
  request: ClientRequest,
  sent: string,
  reply: IncomingMessage,
  read: string,
) {
  const asked = writtenHead(request) ?? { startLine: '', headers: [] }
  noteSecrets(visit, lowered(asked.headers))
  noteSecretParameters(visit, new URLSearchParams(sent))
  const fields = fieldsOf(reply.rawHeaders)
  noteSecretsOfReply(visit, new Headers(fields), read)
  const { httpVersion, statusCode = 0, statusMessage = '' } = reply
  const startLine = `HTTP/${httpVersion} ${statusCode} ${statusMessage}`
  return {
    request: wireMessage(visit, asked, sent === '' ? null : sent),
    response: wireMessage(visit, { startLine, headers: fields }, read),
  }
}

function lowered(fields: [string, string][]): [string, string][] {
  return fields.map(([name, value]) => [name.toLowerCase(), value])
}
