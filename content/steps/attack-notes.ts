import BelieveTheCookie from './believe-the-cookie.mdx'
import FindTheExperiment from './find-the-experiment.mdx'
import InsertForgeries from './insert-forgeries.mdx'
import InsertNotes from './insert-notes.mdx'
import JoinThePage from './join-the-page.mdx'
import KeepTheNote from './keep-the-note.mdx'
import KeepWhatCameOfIt from './keep-what-came-of-it.mdx'
import ListenOnTheLine from './listen-on-the-line.mdx'
import NoteWhatArrived from './note-what-arrived.mdx'
import ReadTheDisk from './read-the-disk.mdx'
import ReadTheNote from './read-the-note.mdx'
import SeeWhatHasArrived from './see-what-has-arrived.mdx'
import SeeWhichSiteSentIt from './see-which-site-sent-it.mdx'
import SelectForgeries from './select-forgeries.mdx'
import SelectNotes from './select-notes.mdx'
import SignInToTheTwin from './sign-in-to-the-twin.mdx'
import UpdateAccounts from './update-accounts.mdx'
import UpdateForgeries from './update-forgeries.mdx'

/** The notes of the steps that only the labs about attacks take. */
export const attackNotes = {
  'join the page': JoinThePage,
  'sign in to the twin': SignInToTheTwin,
  'see what has arrived': SeeWhatHasArrived,
  'find the experiment': FindTheExperiment,
  'note what arrived': NoteWhatArrived,
  'see which site sent it': SeeWhichSiteSentIt,
  'believe the cookie': BelieveTheCookie,
  'keep what came of it': KeepWhatCameOfIt,
  'SELECT forgeries': SelectForgeries,
  'INSERT forgeries': InsertForgeries,
  'UPDATE forgeries': UpdateForgeries,
  'UPDATE accounts': UpdateAccounts,
  'read the note': ReadTheNote,
  'keep the note': KeepTheNote,
  'read the disk': ReadTheDisk,
  'listen on the line': ListenOnTheLine,
  'INSERT notes': InsertNotes,
  'SELECT notes': SelectNotes,
}
