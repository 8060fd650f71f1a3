import BeginTheSignIn from './begin-the-sign-in.mdx'
import CheckTheAnswer from './check-the-answer.mdx'
import CountTheTries from './count-the-tries.mdx'
import BringEverythingHome from './bring-everything-home.mdx'
import OpenASession from './open-a-session.mdx'
import SelectSessions from './select-sessions.mdx'
import InsertSessions from './insert-sessions.mdx'
import DeleteSessions from './delete-sessions.mdx'
import SelectAccounts from './select-accounts.mdx'
import DeleteSandboxes from './delete-sandboxes.mdx'

/** The notes of what happens when somebody signs in. */
export const accountNotes = {
  'begin the sign-in': BeginTheSignIn,
  'check the answer': CheckTheAnswer,
  'count the tries': CountTheTries,
  'bring everything home': BringEverythingHome,
  'open a session': OpenASession,
  'SELECT sessions': SelectSessions,
  'INSERT sessions': InsertSessions,
  'DELETE sessions': DeleteSessions,
  'SELECT accounts': SelectAccounts,
  'DELETE sandboxes': DeleteSandboxes,
}
