import type { Guest } from '@/server/guests/require-guest'
import { fewAtATime, LabBusyError } from './few-at-a-time'

declare global {
  var backOfHouseLabGuests: Set<string> | undefined
}

/**
 * Does the heavy work of a lab once at a time for each sandbox, and for two
 * of them on this whole server. Whoever comes meanwhile is told to wait.
 */
export async function oneAtATime<Result>(
  lab: string,
  { sandbox }: Guest,
  work: () => Promise<Result>,
): Promise<Result> {
  const busy = (globalThis.backOfHouseLabGuests ??= new Set())
  const mine = `${lab} of ${sandbox}`
  if (busy.has(mine)) throw new LabBusyError()

  busy.add(mine)
  try {
    return await fewAtATime(lab, work)
  } finally {
    busy.delete(mine)
  }
}
