import CheckTheJwt from './check-the-jwt.mdx'
import CheckThePaseto from './check-the-paseto.mdx'
import CheckTheTicket from './check-the-ticket.mdx'
import DeleteLogins from './delete-logins.mdx'
import InsertLogins from './insert-logins.mdx'
import LookAtTheSessionCookie from './look-at-the-session-cookie.mdx'
import LookUpTheSession from './look-up-the-session.mdx'
import ReadTheLogin from './read-the-login.mdx'
import ReadTheTicket from './read-the-ticket.mdx'
import ReadTheToken from './read-the-token.mdx'
import SelectLogins from './select-logins.mdx'
import SignTheTickets from './sign-the-tickets.mdx'
import StrikeOutTheSessions from './strike-out-the-sessions.mdx'
import WriteTheSessionDown from './write-the-session-down.mdx'

/** The notes of the labs about tokens. */
export const tokenNotes = {
  'read the token': ReadTheToken,
  'check the JWT': CheckTheJwt,
  'check the PASETO': CheckThePaseto,
  'look at the session cookie': LookAtTheSessionCookie,
  'read the login': ReadTheLogin,
  'write the session down': WriteTheSessionDown,
  'sign the tickets': SignTheTickets,
  'strike out the sessions': StrikeOutTheSessions,
  'read the ticket': ReadTheTicket,
  'check the ticket': CheckTheTicket,
  'look up the session': LookUpTheSession,
  'INSERT logins': InsertLogins,
  'SELECT logins': SelectLogins,
  'DELETE logins': DeleteLogins,
}
