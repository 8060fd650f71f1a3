import { Restart, ToldName } from '@/contracts/keep-or-forget'
import { memoryOf } from '@/labs/keep-or-forget/server/memory-of'
import {
  cookieGone,
  cookieWith,
  nameInCookie,
} from '@/labs/keep-or-forget/server/name-cookie'
import {
  dropRow,
  keepRow,
  nameInRow,
} from '@/labs/keep-or-forget/server/name-row'
import { placeOf, readWhoAmI, roomOf } from '@/labs/keep-or-forget/server/room'
import { askServer, endServer } from '@/labs/keep-or-forget/server/server-room'
import { findGuest, requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** Keeps a name in three places: a variable, a cookie and a row. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const { name, server } = await step('read the name', () =>
    readJson(request, ToldName),
  )

  const asked = { server, room: roomOf(guest) }
  const said = await step('keep it in a variable', () =>
    askServer(placeOf(asked.room, server), name),
  )
  const headers = await step('sign it for a cookie', () => cookieWith(name))
  await step('keep it in a row', () => keepRow(db, name))
  const known = { request, sandboxId: guest.sandbox, asked, said }
  return { status: 200, headers, body: memoryOf(known, name, name) }
})

/** Who is asking? Each of the three places is looked into. */
export const GET = endpoint(
  async ({ request, db, sandboxId, member, step }) => {
    const guest = await step('see who is asking', () =>
      findGuest(db, sandboxId, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    const asked = await step('see which server is asked', () =>
      readWhoAmI(request),
    )

    const said = await step('look into the variable', () =>
      askServer(placeOf(asked.room, asked.server), null),
    )
    const cookie = await step('look into the cookie', () =>
      nameInCookie(request),
    )
    const row = await step('look into the row', () => nameInRow(db))
    const known = { request, sandboxId, asked, said }
    return { status: 200, body: memoryOf(known, cookie, row) }
  },
)

/** Ends one of the guest's servers. The next question starts another. */
export const PATCH = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const { server } = await step('see which server is to end', () =>
    readJson(request, Restart),
  )

  await step('end the server', () => endServer(placeOf(roomOf(guest), server)))
  return { status: 204 }
})

/** Forgets the name wherever it is kept. */
export const DELETE = endpoint(async ({ db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))

  const room = roomOf(guest)
  await step('end the server', async () => {
    await endServer(placeOf(room, 'A'))
    await endServer(placeOf(room, 'B'))
  })
  await step('remove the row', () => dropRow(db))
  return { status: 204, headers: cookieGone() }
})

export const { PUT, OPTIONS } = otherMethods('GET', 'POST', 'PATCH', 'DELETE')
