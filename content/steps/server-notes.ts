import DeleteSignIns from './delete-sign-ins.mdx'
import EndTheServer from './end-the-server.mdx'
import FillInTheBlanks from './fill-in-the-blanks.mdx'
import KeepItInARow from './keep-it-in-a-row.mdx'
import KeepItInAVariable from './keep-it-in-a-variable.mdx'
import LookIntoTheCookie from './look-into-the-cookie.mdx'
import LookIntoTheRow from './look-into-the-row.mdx'
import LookIntoTheVariable from './look-into-the-variable.mdx'
import ReadTheName from './read-the-name.mdx'
import ReadWhatIsToBeSent from './read-what-is-to-be-sent.mdx'
import RemoveTheRow from './remove-the-row.mdx'
import SeeWhichServerIsAsked from './see-which-server-is-asked.mdx'
import SeeWhichServerIsToEnd from './see-which-server-is-to-end.mdx'
import SelectSignIns from './select-sign-ins.mdx'
import SendItAsItIs from './send-it-as-it-is.mdx'
import SignItForACookie from './sign-it-for-a-cookie.mdx'

/** The notes of steps that only the labs of the chapter on servers have. */
export const serverNotes = {
  'fill in the blanks': FillInTheBlanks,
  'read what is to be sent': ReadWhatIsToBeSent,
  'send it as it is': SendItAsItIs,
  'read the name': ReadTheName,
  'keep it in a variable': KeepItInAVariable,
  'sign it for a cookie': SignItForACookie,
  'keep it in a row': KeepItInARow,
  'see which server is asked': SeeWhichServerIsAsked,
  'look into the variable': LookIntoTheVariable,
  'look into the cookie': LookIntoTheCookie,
  'look into the row': LookIntoTheRow,
  'see which server is to end': SeeWhichServerIsToEnd,
  'end the server': EndTheServer,
  'remove the row': RemoveTheRow,
  'SELECT sign_ins': SelectSignIns,
  'DELETE sign_ins': DeleteSignIns,
}
