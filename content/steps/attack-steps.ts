/** The steps of the labs about attacks, with the chapter that tells more. */
export const attackSteps = {
  'join the page': 'security',
  'sign in to the twin': 'security',
  'see what has arrived': 'security',
  'find the experiment': 'security',
  'note what arrived': 'security',
  'see which site sent it': 'security',
  'believe the cookie': 'security',
  'keep what came of it': 'security',
  'SELECT forgeries': 'databases',
  'INSERT forgeries': 'databases',
  'UPDATE forgeries': 'databases',
  'UPDATE accounts': 'databases',
} as const
