import type { IconName } from '@/components/ui/icon'

/** Who takes part in a sign-in, or in an attack on one. */
export type Lane = 'browser' | 'server' | 'auth' | 'data' | 'attacker'

type LaneSight = { name: string; icon: IconName; role: string }

export const laneSights: Record<Lane, LaneSight> = {
  browser: { name: 'Browser', icon: 'browser', role: 'browser' },
  server: { name: 'Plateful', icon: 'server', role: 'server' },
  auth: { name: 'Identity provider', icon: 'auth', role: 'auth' },
  data: { name: 'Database', icon: 'data', role: 'data' },
  attacker: { name: 'Attacker', icon: 'unplug', role: 'fail' },
}

/** Where each lane stands, in hundredths of the width. */
export type Places = Partial<Record<Lane, number>>

/** The guest in front, and three behind the pass. */
export const ownPlaces: Places = {
  browser: 11.5,
  server: 37.5,
  auth: 63,
  data: 88.5,
}

/** The attacker sits in front too, on the other side of the house. */
export const attackPlaces: Places = {
  browser: 10.5,
  server: 36.5,
  auth: 63.5,
  attacker: 89.5,
}
