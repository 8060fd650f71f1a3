import * as z from 'zod'
import { env } from '@/env'
import { ProblemError } from './errors'
import { post } from './post'
import { readJson } from './read-json'

const Calls = z
  .array(z.object({ url: z.url(), arguments: z.array(z.unknown()) }))
  .max(50)

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Calls each address of the body back and passes the trace's context on. It
 * would be a tool for request forgery, so it works only when a variable asks
 * for it, calls this machine only, and never in a deployment.
 */
export async function callBack(request: Request): Promise<void> {
  if (!env.TRACE_CONTEXT_TEST || env.onVercel)
    throw new ProblemError('not-found', 'There is nothing at this address.')

  const calls = await readJson(request, Calls)
  for (const { url, arguments: inner } of calls) {
    if (!loopback.has(new URL(url).hostname))
      throw new ProblemError('validation-failed', 'Only loopback is called.')
    const headers = { 'content-type': 'application/json' }
    await post(url, { headers, body: JSON.stringify(inner) })
  }
}
