import { requireGuest } from '@/server/guests/require-guest'
import { requireOwner } from '@/server/guests/require-part'
import { endpoint } from '@/server/http/endpoint'
import { ProblemError } from '@/server/http/errors'
import { otherMethods } from '@/server/http/other-methods'
import { houseDatabase } from '@/server/http/visit'
import { limitRate } from '@/server/limits/limit-rate'
import { requireShelf } from '@/server/sharing/require-shelf'
import { shareTrace } from '@/server/sharing/share-trace'
import { readTrace } from '@/tracing/read-trace'
import { spanStore } from '@/tracing/span-store'

/** Makes a public copy of one of the guest's traces, as it is now. */
export const POST = endpoint(
  async ({ db, params, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    requireOwner(member)
    await step('count this request', () => limitRate(db, guest, 'shares'))

    await spanStore().flush()
    const trace = await step('read the trace', () =>
      readTrace(db, params.traceId.toLowerCase()),
    )
    if (!trace)
      throw new ProblemError(
        'trace-not-found',
        'There is no such trace in your sandbox.',
      )
    await step('look for room', () => requireShelf(houseDatabase()))
    const share = await step('share the trace', () =>
      shareTrace(db, guest, trace),
    )
    const headers = { Location: `/api/shared/${share.id}` }
    return { status: 201, headers, body: share }
  },
  { isTraced: false },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
