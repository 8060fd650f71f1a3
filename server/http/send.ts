import { request as sendPlain, type IncomingMessage } from 'node:http'
import { request as sendSecure } from 'node:https'
import { lookUp } from './look-up'
import { fieldsOf, writtenHead, type Head } from './wire'

type Sending = {
  method: string
  headers: Record<string, string>
  body: string
  /** Told the head of the request as it is written to the socket. */
  onHead: (head: Head) => void
  timeLimitMs: number
  /** Of a longer reply only the beginning is read. */
  longestReply: number
}

/** The head of a reply as it was read from the socket, and its body. */
export type Reply = Head & { status: number; body: string }

/**
 * Sends a request and reads the reply. By Node's own client, since it tells
 * what it has really written and read. Follows no redirect.
 */
export async function send(url: string, sending: Sending): Promise<Reply> {
  const { method, headers, body, timeLimitMs } = sending
  const signal = AbortSignal.timeout(timeLimitMs)
  try {
    return await new Promise<Reply>((resolve, reject) => {
      const begin = url.startsWith('https:') ? sendSecure : sendPlain
      const request = begin(url, { method, headers, signal, lookup: lookUp })
      request.once('error', reject)
      request.once('response', (reply) => {
        readBody(reply, sending.longestReply)
          .then((text) => replyOf(reply, text))
          .then(resolve, reject)
      })
      // Node counts a body that comes with the end, and says its length.
      request.end(body)
      const head = writtenHead(request)
      if (head) sending.onHead(head)
    })
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  }
}

async function readBody(
  reply: IncomingMessage,
  longest: number,
): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of reply) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= longest) break
  }
  return Buffer.concat(chunks).subarray(0, longest).toString()
}

function replyOf(reply: IncomingMessage, body: string): Reply {
  const { httpVersion, statusCode = 0, statusMessage = '' } = reply
  return {
    status: statusCode,
    startLine: `HTTP/${httpVersion} ${statusCode} ${statusMessage}`.trim(),
    headers: fieldsOf(reply.rawHeaders),
    body,
  }
}
