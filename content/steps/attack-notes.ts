import JoinThePage from './join-the-page.mdx'

/** The notes of the steps that only the labs about attacks take. */
export const attackNotes = {
  'join the page': JoinThePage,
}
