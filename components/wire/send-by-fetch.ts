import { NotKnownError, ToldError } from '@/components/api-errors'
import { withCredential } from '@/components/credential'
import { ensureSandbox } from '@/components/sandbox-session'
import { fieldsIn, partsOf } from './message-parts'
import type { Exchange } from './send-raw'

/** What a page may not say: the browser says it, or nobody does. */
const forbidden =
  /^(host|cookie|authorization|connection|content-length|transfer-encoding|expect|te|trailer|upgrade|via|accept-encoding|origin|referer|sec-.*)$/i

/**
 * As much of a message as fetch can send. Heads are put together from what the
 * browser tells of them, so they are not byte by byte what crossed the wire.
 */
export async function sendByFetch(text: string): Promise<Exchange> {
  const { method, path, headers, body } = partsOf(text.replaceAll('\r\n', '\n'))
  if (!/^[A-Z]+$/i.test(method) || !path.startsWith('/')) throw cannotWrite()
  const fields = fieldsIn(headers)
  const said = fields.filter(
    ([name, value]) => !forbidden.test(name) && !/\{\d+ letters\}/.test(value),
  )
  await ensureSandbox()
  const began = performance.now()
  const reply = await ask(path, {
    method,
    headers: said,
    ...(/^(GET|HEAD)$/i.test(method) ? {} : { body }),
    redirect: 'manual',
    cache: 'no-store',
  })
  const firstByteMs = performance.now() - began
  const received = await reply.text()
  const head = [
    `HTTP/1.1 ${reply.status} ${reply.statusText}`,
    ...[...reply.headers].map((pair) => pair.join(': ')),
  ]
  const asked = [
    `${method} ${path} HTTP/1.1`,
    ...said.map((pair) => pair.join(': ')),
  ]
  return {
    sent: bytesOf(`${asked.join('\r\n')}\r\n\r\n${body}`),
    received: bytesOf(`${head.join('\r\n')}\r\n\r\n${received}`),
    firstByteMs,
    lastByteMs: performance.now() - began,
    ending: 'answered',
    by: 'fetch',
    leftOut: fields
      .filter((pair) => !said.includes(pair))
      .map(([name]) => name),
  }
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, withCredential(init))
  } catch (error) {
    // Fetch refuses some methods and fields before it sends a byte.
    if (error instanceof TypeError && navigator.onLine) throw cannotWrite()
    throw new NotKnownError(!navigator.onLine)
  }
}

function cannotWrite(): ToldError {
  return new ToldError({
    title: 'A browser cannot write this',
    text: 'This platform hands requests to the backend as finished objects, so only fetch can be used here, and fetch writes well-formed requests alone. On a server of your own, the lab sends any bytes.',
    way: { do: 'mend', label: 'Choose another request' },
    href: '/problems/not-on-this-platform',
  })
}

/** One character for each byte, as the server tells it. */
function bytesOf(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => String.fromCharCode(byte))
    .join('')
}
