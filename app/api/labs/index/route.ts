import { IndexQuestion } from '@/contracts/index-lab'
import { openArchive } from '@/labs/index/server/archive'
import {
  explainSearch,
  findOrders,
  measureSearch,
  question,
  wayOf,
} from '@/labs/index/server/search-orders'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'
import { oneAtATime } from '@/server/limits/one-at-a-time'

/** The same search, measured in a table without an index and in one with it. */
export const POST = endpoint(async ({ request, db, watch, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const { rows } = await step('read the experiment', () =>
    readJson(request, IndexQuestion),
  )

  return oneAtATime('index', guest, async () => {
    const archive = await step('open the archive', () => openArchive(rows))
    const [slow, quick] = [watch(archive.without), watch(archive.with)]

    const scan = await step('ask for the plan', () => explainSearch(slow))
    const all = await step('search without the index', () => findOrders(slow))
    const scans = await step('measure without the index', () =>
      measureSearch(archive.without),
    )

    const seek = await step('ask for the plan', () => explainSearch(quick))
    const same = await step('search with the index', () => findOrders(quick))
    const seeks = await step('measure with the index', () =>
      measureSearch(archive.with),
    )
    const without = wayOf(rows, scan, all.length, scans)
    const found = wayOf(rows, seek, same.length, seeks)
    return { status: 200, body: { rows, question, without, with: found } }
  })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
