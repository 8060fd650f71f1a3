import type { TestDatabase } from '@/db/testing'
import { autopilotCooks } from '../orders/autopilot'
import { autopilotRides } from './autopilot'

/** Lets all that waits come due, and whoever comes by carry it out. */
export async function comeBy({ client }: TestDatabase): Promise<void> {
  const past = Date.now() - 1
  for (const table of ['orders', 'deliveries'])
    await client.execute(
      `update ${table} set autopilot_at = ${past} where autopilot_at is not null`,
    )
  await autopilotCooks()
  await autopilotRides()
}
