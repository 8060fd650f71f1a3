import type { TicketWay } from '@/contracts/session-lab-choices'

export const wayWords: Record<TicketWay, { name: string; line: string }> = {
  session: {
    name: 'Session',
    line: 'a random id, and a row that says what it stands for',
  },
  token: {
    name: 'JWT',
    line: 'a signed letter that says everything itself',
  },
  listed: {
    name: 'JWT with a row',
    line: 'a signed letter, and its row is looked up as well',
  },
}

/** A ticket as a field of a request: what goes over the wire each time. */
export function fieldOf(way: TicketWay, token: string): string {
  return way === 'session'
    ? `cookie: session=${token}`
    : `authorization: Bearer ${token}`
}

/** Seconds since the login, to a tenth. */
export function secondsOf(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
