import { BreachWish } from '@/contracts/write-and-read'
import { openBooks } from '@/labs/write-and-read/server/open-books'
import { readAsked, readJoined } from '@/labs/write-and-read/server/read-joined'
import { tryBreach } from '@/labs/write-and-read/server/try-breach'
import { findGuest, requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** One of the reader's own orders, read back with a join. */
export const GET = endpoint(
  async ({ request, db, sandboxId, member, step }) => {
    const guest = await step('see who is asking', () =>
      findGuest(db, sandboxId, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    const order = await step('read the experiment', () => readAsked(request))
    const joined = await step('read it with a join', () =>
      readJoined(db, order),
    )
    return { status: 200, body: joined }
  },
)

/** A row that breaks a rule, sent to books that are thrown away. */
export const POST = endpoint(
  async ({ request, db, throwAway, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'labs'))
    const { breach } = await step('read the experiment', () =>
      readJson(request, BreachWish),
    )

    const books = await throwAway(openBooks)
    const outcome = await step('try to break a rule', () =>
      tryBreach(books, breach),
    )
    return { status: 200, body: outcome }
  },
)

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST')
