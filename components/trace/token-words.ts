/** What the steps of the labs about tokens do, in one plain sentence each. */
export const tokenSentences: Record<string, string> = {
  'read the token': 'It takes the token out of the body, and believes nothing.',
  'check the JWT':
    'It checks algorithm, signature, type, audience and age of the JWT.',
  'check the PASETO':
    'It checks kind, signature, purpose, audience and age of the PASETO.',
  'look at the session cookie':
    'It measures the cookie, and decodes the one part that is not encrypted.',
  'read the login': 'It reads which device it is, and for how long.',
  'write the session down':
    'It makes a random id, and writes down whose it is and until when.',
  'sign the tickets':
    'It signs two tokens that say the same: one alone, one that names the row.',
  'strike out the sessions': 'It removes every session of this person.',
  'read the ticket': 'It takes the ticket out of the body, and its kind.',
  'check the ticket':
    'It checks the signature of the ticket and its time, and asks nobody.',
  'look up the session': 'It asks the table whether this session is there.',
}

/** The same in a few words, for a list of steps. */
export const tokenTitles: Record<string, string> = {
  'read the token': 'Which token is it?',
  'check the JWT': 'Did we sign this, for here, for now?',
  'check the PASETO': 'Did we sign this PASETO, for here, for now?',
  'look at the session cookie': 'What can be told of a sealed letter?',
  'read the login': 'On which device, and for how long?',
  'write the session down': 'A line in the book',
  'sign the tickets': 'A letter with a seal',
  'strike out the sessions': 'Strike it out, everywhere',
  'read the ticket': 'What do they show?',
  'check the ticket': 'Is it our seal, and still in time?',
  'look up the session': 'Is there a line for it in the book?',
  'INSERT logins': 'Write the session in its row',
  'SELECT logins': 'Look for the row of the session',
  'DELETE logins': 'Take the rows away',
}
