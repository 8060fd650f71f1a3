import AskTheIdentityProvider from './ask-the-identity-provider.mdx'
import OpenAnAddress from './open-an-address.mdx'
import FetchWhoItIs from './fetch-who-it-is.mdx'
import FindTheSession from './find-the-session.mdx'
import InsertTwinCodes from './insert-twin-codes.mdx'
import InsertTwinSessions from './insert-twin-sessions.mdx'
import InsertTwinTokens from './insert-twin-tokens.mdx'
import LookWhoIsSignedIn from './look-who-is-signed-in.mdx'
import LureTheGuest from './lure-the-guest.mdx'
import SelectTwinCodes from './select-twin-codes.mdx'
import SelectTwinSessions from './select-twin-sessions.mdx'
import SelectTwinTokens from './select-twin-tokens.mdx'
import SetTheTrap from './set-the-trap.mdx'
import UpdateTwinCodes from './update-twin-codes.mdx'
import UseWhatWasCaught from './use-what-was-caught.mdx'

/** The notes of the steps that only the lab oauth takes. */
export const oauthNotes = {
  'ask the identity provider': AskTheIdentityProvider,
  'open an address': OpenAnAddress,
  'fetch who it is': FetchWhoItIs,
  'find the session': FindTheSession,
  'set the trap': SetTheTrap,
  'lure the guest': LureTheGuest,
  'use what was caught': UseWhatWasCaught,
  'look who is signed in': LookWhoIsSignedIn,
  'INSERT twin_codes': InsertTwinCodes,
  'SELECT twin_codes': SelectTwinCodes,
  'UPDATE twin_codes': UpdateTwinCodes,
  'INSERT twin_tokens': InsertTwinTokens,
  'SELECT twin_tokens': SelectTwinTokens,
  'INSERT twin_sessions': InsertTwinSessions,
  'SELECT twin_sessions': SelectTwinSessions,
}
