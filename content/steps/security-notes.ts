import { attackNotes } from './attack-notes'
import { limitNotes } from './limit-notes'
import { oauthNotes } from './oauth-notes'
import { tokenNotes } from './token-notes'

/** The notes of the labs about the door. */
export const securityNotes = {
  ...tokenNotes,
  ...limitNotes,
  ...attackNotes,
  ...oauthNotes,
}
