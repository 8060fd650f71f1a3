/** What is done to tokens in their labs, and the chapter that tells more. */
export const tokenSteps = {
  'read the token': 'security',
  'check the JWT': 'security',
  'check the PASETO': 'security',
  'look at the session cookie': 'security',
  'read the login': 'security',
  'write the session down': 'security',
  'sign the tickets': 'security',
  'strike out the sessions': 'security',
  'read the ticket': 'security',
  'check the ticket': 'security',
  'look up the session': 'security',
  'INSERT logins': 'databases',
  'SELECT logins': 'databases',
  'DELETE logins': 'databases',
} as const
