/** What the steps of the labs about attacks do, in one plain sentence each. */
export const attackSentences: Record<string, string> = {
  'join the page':
    'It puts what the guest typed between two strings, and calls it a page.',
}

/** The same steps in a few words. */
export const attackTitles: Record<string, string> = {
  'join the page': 'Strings become a page',
}
