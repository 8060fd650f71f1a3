import AddToTheTally from './add-to-the-tally.mdx'
import BelieveThePage from './believe-the-page.mdx'
import CheckThePassword from './check-the-password.mdx'
import ClearTheTally from './clear-the-tally.mdx'
import DeleteTallies from './delete-tallies.mdx'
import FindTheDish from './find-the-dish.mdx'
import InsertReviews from './insert-reviews.mdx'
import InsertSignIns from './insert-sign-ins.mdx'
import InsertTallies from './insert-tallies.mdx'
import KeepTheReview from './keep-the-review.mdx'
import KeepTheSignIn from './keep-the-sign-in.mdx'
import ReadItBack from './read-it-back.mdx'
import ReadTheReview from './read-the-review.mdx'
import ReadTheSignIn from './read-the-sign-in.mdx'
import ReadTheTally from './read-the-tally.mdx'
import SelectTallies from './select-tallies.mdx'

/** The notes of the steps that only the labs of the first chapter take. */
export const firstChapterNotes = {
  'read the review': ReadTheReview,
  'find the dish': FindTheDish,
  'keep the review': KeepTheReview,
  'INSERT reviews': InsertReviews,
  'read the sign-in': ReadTheSignIn,
  'check the password': CheckThePassword,
  'keep the sign-in': KeepTheSignIn,
  'INSERT sign_ins': InsertSignIns,
  'believe the page': BelieveThePage,
  'read it back': ReadItBack,
  'read the tally': ReadTheTally,
  'SELECT tallies': SelectTallies,
  'add to the tally': AddToTheTally,
  'INSERT tallies': InsertTallies,
  'clear the tally': ClearTheTally,
  'DELETE tallies': DeleteTallies,
}
