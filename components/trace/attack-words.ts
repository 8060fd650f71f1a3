/** What the steps of the labs about attacks do, in one plain sentence each. */
export const attackSentences: Record<string, string> = {
  'join the page':
    'It puts what the guest typed between two strings, and calls it a page.',
  'sign in to the twin':
    'It signs you in to the lab’s twin, with a cookie of the kind you chose.',
  'see what has arrived':
    'It looks what has arrived at the two doors of the twin.',
  'find the experiment': 'It looks whose experiment the request was aimed at.',
  'note what arrived':
    'It writes down the fields in which the browser says where this began.',
  'see which site sent it':
    'It looks from which site the request was sent, as every real door does.',
  'believe the cookie': 'It changes the address for whoever brings the cookie.',
  'keep what came of it': 'It keeps what the twin’s account says now.',
  'read the note':
    'It reads the note, open or sealed, and refuses anything malformed.',
  'keep the note':
    'It writes the note into a drawer of its own, and reads it back.',
  'read the disk':
    'It reads the bytes of the file, as whoever copies the disk would.',
  'listen on the line':
    'It sends the note through TLS to itself, and listens in between.',
}

/** The same steps in a few words. */
export const attackTitles: Record<string, string> = {
  'join the page': 'Strings become a page',
  'sign in to the twin': 'A cookie to be misused',
  'see what has arrived': 'What has arrived?',
  'find the experiment': 'Whose experiment is it?',
  'note what arrived': 'What did the browser say?',
  'see which site sent it': 'Which site sent this?',
  'believe the cookie': 'Whoever has the cookie',
  'keep what came of it': 'Keep what came of it',
  'SELECT forgeries': 'Look up the experiment',
  'INSERT forgeries': 'Write down what arrived',
  'UPDATE forgeries': 'Keep the new address',
  'UPDATE accounts': 'Change the address',
  'read the note': 'What came along?',
  'keep the note': 'Put it in the drawer',
  'read the disk': 'What has the disk?',
  'listen on the line': 'What has the line?',
  'INSERT notes': 'Write the note down',
  'SELECT notes': 'Take the note out again',
}
