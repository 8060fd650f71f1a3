import { findGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { ProblemError } from '@/server/http/errors'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'
import { toOtlp } from '@/tracing/otlp'
import { readTrace } from '@/tracing/read-trace'
import { spanStore } from '@/tracing/span-store'

/** One of the guest's traces, flat or as OTLP/JSON (`?format=otlp`). */
export const GET = endpoint(
  async ({ request, db, params, sandboxId, member, step }) => {
    const guest = await step('see who is asking', () =>
      findGuest(db, sandboxId, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    const format = readFormat(request)

    await spanStore().flush()
    const trace = await step('read the trace', () =>
      readTrace(db, params.traceId.toLowerCase()),
    )
    if (!trace) throw new TraceNotFoundError()
    return { status: 200, body: format === 'otlp' ? toOtlp(trace) : trace }
  },
  { isTraced: false },
)

function readFormat(request: Request): 'flat' | 'otlp' {
  const format = new URL(request.url).searchParams.get('format') ?? 'flat'
  if (format === 'flat' || format === 'otlp') return format
  throw new ProblemError('malformed-request', 'The formats are flat and otlp.')
}

class TraceNotFoundError extends ProblemError {
  override name = 'TraceNotFoundError'
  constructor() {
    super('trace-not-found', 'There is no such trace in your sandbox.')
  }
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
