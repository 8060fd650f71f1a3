import type { LoggedIn as Tickets } from '@/contracts/session-lab'
import type { LoggedIn } from './logins'
import { signTicket } from './tickets'

/** The same login in three ways; each of them is shown alone later on. */
export async function giveTickets(
  login: LoggedIn & { id: string },
): Promise<Tickets> {
  return {
    tickets: [
      { way: 'session', token: login.id },
      { way: 'token', token: await signTicket(login, null) },
      { way: 'listed', token: await signTicket(login, login.id) },
    ],
    expiresAt: new Date(login.expiresAt).toISOString(),
  }
}
