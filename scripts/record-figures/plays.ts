import type { LabName } from '@/labs/labs'
import type { Play } from './play'
import { playsOfApis } from './plays-of-apis'
import { playsOfAttacks } from './plays-of-attacks'
import { playsOfBackends } from './plays-of-backends'
import { playsOfDatabases } from './plays-of-databases'
import { playsOfLimits } from './plays-of-limits'
import { playsOfOrders } from './plays-of-orders'
import { playsOfRaces } from './plays-of-races'
import { playsOfServers } from './plays-of-servers'
import { playsOfTokens } from './plays-of-tokens'
import { playsOfSignIns } from './plays-of-sign-ins'

/** The labs, as they are played for their recordings. */
export const plays: Partial<Record<LabName, Play>> = {
  ...playsOfBackends,
  ...playsOfServers,
  ...playsOfDatabases,
  ...playsOfRaces,
  ...playsOfOrders,
  ...playsOfApis,
  ...playsOfLimits,
  ...playsOfTokens,
  ...playsOfSignIns,
  ...playsOfAttacks,
}
