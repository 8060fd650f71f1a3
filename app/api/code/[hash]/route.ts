import { endpoint } from '@/server/http/endpoint'
import { ProblemError } from '@/server/http/errors'
import { otherMethods } from '@/server/http/other-methods'
import { findSource } from '@/tracing/sources'

/** What a hash stands for never changes. */
const headers = { 'Cache-Control': 'public, max-age=31536000, immutable' }

/** The source that a span ran, by its hash, also of earlier builds. */
export const GET = endpoint(
  async ({ params, step }) => {
    const body = await step('find the source', () => findSource(params.hash))
    if (!body) throw new UnknownSourceError()
    return { status: 200, headers, body }
  },
  { credentials: 'none', isTraced: false },
)

class UnknownSourceError extends ProblemError {
  override name = 'UnknownSourceError'
  constructor() {
    super('not-found', 'No code with this hash is known here any more.')
  }
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
