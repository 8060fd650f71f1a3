/** What the labs about limits and passwords do: in a few words, and in a sentence. */
export const limitTitles: Record<string, string> = {
  'hold it against the limit': 'Is there still room?',
  'forget the tries': 'Begin with a full bucket',
  'DELETE rate_limits': 'Wipe the tally',
  'hash the passwords': 'Keep them, in two ways',
  'guess at the fast hashes': 'Guess, and hash, and compare',
  'guess at the slow hashes': 'Guess, and wait for the hash',
}

export const limitSentences: Record<string, string> = {
  'hold it against the limit':
    'It holds the request against the limit that you have set.',
  'forget the tries': 'It throws away what the flood before has counted.',
  'hash the passwords':
    'It hashes five passwords, fast without salt and slowly with it.',
  'guess at the fast hashes':
    'It hashes one guess after another and holds each against everybody at once.',
  'guess at the slow hashes':
    'It hashes each guess anew for everybody, for as long as its budget lasts.',
}
