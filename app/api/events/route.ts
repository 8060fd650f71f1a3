import { findGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { eventStream } from '@/server/http/event-stream'
import { otherMethods } from '@/server/http/other-methods'

/** What happens in the sandbox, as server-sent events, resumable. */
export const GET = endpoint(
  async ({ request, db, sandboxId, member, step }) => {
    const guest = await step('see who is asking', () =>
      findGuest(db, sandboxId, member),
    )
    const stream = await eventStream(request, guest)
    return new Response(stream, {
      headers: {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-cache, no-transform',
        'X-Accel-Buffering': 'no',
      },
    })
  },
  { isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
