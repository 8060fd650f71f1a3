import { CourierNote } from '@/contracts/encrypt-lab'
import { withDrawer } from '@/labs/encrypt/server/drawer'
import { keepNote } from '@/labs/encrypt/server/keep-note'
import { listenIn } from '@/labs/encrypt/server/listen-in'
import { readDisk } from '@/labs/encrypt/server/read-disk'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { fewAtATime } from '@/server/limits/few-at-a-time'
import { limitRate } from '@/server/limits/limit-rate'

/** Keeps a note in a file, and shows what the disk and a line have of it. */
export const POST = endpoint(async ({ request, db, watch, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const note = await step('read the note', () => readJson(request, CourierNote))

  return fewAtATime('encrypt', () =>
    withDrawer(async ({ client, file }) => {
      const drawer = watch(client)
      const row = await step('keep the note', () => keepNote(drawer, note))
      const disk = await step('read the disk', () => readDisk(file))
      const line = await step('listen on the line', () => listenIn(row.note))
      return { status: 201, body: { row, disk, line } }
    }),
  )
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
