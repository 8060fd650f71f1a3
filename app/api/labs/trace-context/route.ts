import { z } from 'zod'
import { env } from '@/env'
import { endpoint } from '@/server/http/endpoint'
import { ProblemError } from '@/server/http/errors'
import { otherMethods } from '@/server/http/other-methods'
import { post } from '@/server/http/post'
import { readJson } from '@/server/http/read-json'

const Calls = z
  .array(z.object({ url: z.url(), arguments: z.array(z.unknown()) }))
  .max(50)

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * The door that the W3C's own Trace Context tests knock at: calls each address
 * back and passes the context on. It would be a tool for request forgery, so it
 * is there only when a variable asks for it, calls this machine only, and does
 * not exist in a deployment.
 */
export const POST = endpoint(
  async ({ request }) => {
    if (!env.TRACE_CONTEXT_TEST || env.onVercel)
      throw new ProblemError('not-found', 'There is nothing at this address.')

    const calls = await readJson(request, Calls)
    for (const { url, arguments: inner } of calls) {
      if (!loopback.has(new URL(url).hostname))
        throw new ProblemError('validation-failed', 'Only loopback is called.')
      const headers = { 'content-type': 'application/json' }
      await post(url, { headers, body: JSON.stringify(inner) })
    }
    return { status: 200, body: {} }
  },
  { credentials: 'none', isTraced: false },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
