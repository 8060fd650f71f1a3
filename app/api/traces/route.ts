import { OtlpTraces } from '@/contracts/otlp'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'
import { fromOtlp } from '@/tracing/otlp'
import { traceLimits } from '@/tracing/span-statements'
import { spanStore } from '@/tracing/span-store'

/** Takes in the browser's spans, as OTLP/JSON, into the guest's own traces. */
export const POST = endpoint(
  async ({ request, db, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    const document = await step('read the spans', () =>
      readJson(request, OtlpTraces, traceLimits.bytes),
    )

    // Whatever a caller calls itself, its spans are the browser's side.
    for (const span of fromOtlp(document))
      spanStore().add(guest.sandbox, { ...span, service: 'browser' })
    return { status: 200, body: {} }
  },
  { isTraced: false },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
