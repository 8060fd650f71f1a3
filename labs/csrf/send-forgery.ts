import type { SameSite } from '@/contracts/csrf-choices'
import type { Experiment, Forgeries } from '@/contracts/csrf-lab'
import { askLab } from '@/components/lab/ask-lab'
import { pause } from '@/components/pause'
import { isRecord } from '@/components/read-reply'
import { exchange } from '@/components/send-request'
import { thief, type Way } from './words'

const path = '/api/labs/csrf'

/** Signs in to the twin anew, with a cookie of that kind. */
export async function setUp(sameSite: SameSite): Promise<Experiment[]> {
  const { told } = await askLab({ path, message: { sameSite } }, isForgeries)
  return told.doors
}

/** What the site's own page sends: the browser adds the cookie here too. */
export async function sendOwn(doors: readonly Experiment[]): Promise<void> {
  for (const door of doors)
    await exchange(door.path, {
      method: 'POST',
      body: new URLSearchParams({ email: thief }),
    })
}

/** When to look, in milliseconds after the look before. */
const looks = [150, 250, 400, 700, 1_200]
/** Where the reader has to press something in the page first. */
const patientLooks = Array.from({ length: 60 }, () => 700)
/** What has arrived is written down before anything is made of it. */
const settledMs = 350

/** Waits until something has arrived at both doors, or nothing seems to come. */
export async function awaitArrivals(
  way: Way,
  isWanted: () => boolean,
): Promise<Experiment[]> {
  for (const ms of way === 'tab' ? patientLooks : looks) {
    await pause(ms)
    if (!isWanted()) break
    const doors = await look()
    if (doors.every(({ arrived }) => arrived !== null)) break
  }
  await pause(settledMs)
  return look()
}

async function look(): Promise<Experiment[]> {
  const { told } = await askLab({ path, method: 'GET' }, isForgeries)
  return told.doors
}

/** The newest of the reader's own orders; null where there is none. */
export async function newestOrder(): Promise<string | null> {
  const { told } = await askLab(
    { path: '/api/orders?limit=1', method: 'GET' },
    isOrderList,
  )
  return told.items[0]?.id ?? null
}

function isForgeries(body: unknown): body is Forgeries {
  return (
    isRecord(body) &&
    Array.isArray(body.doors) &&
    body.doors.every(
      (door: unknown) => isRecord(door) && typeof door.path === 'string',
    )
  )
}

function isOrderList(body: unknown): body is { items: { id: string }[] } {
  return (
    isRecord(body) &&
    Array.isArray(body.items) &&
    body.items.every(
      (item: unknown) => isRecord(item) && typeof item.id === 'string',
    )
  )
}
