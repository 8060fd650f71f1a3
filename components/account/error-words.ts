const words: Record<string, string> = {
  CredentialsSignin:
    'The address or the password is not right. Which of the two, nobody is told.',
  TooOften: 'That was too often. Wait a minute, then try again.',
  OAuthAccountNotLinked:
    'This sign-in belongs to another account. Sign out first.',
  AccessDenied: 'You turned back at the provider, so nobody is signed in.',
  Callback: 'The sign-in was not finished. Try again.',
  OAuthCallback:
    'The answer did not fit the question that this browser had asked. Try again.',
  OAuthSignin: 'The provider does not answer. Try again in a moment.',
}

/** What went wrong with a sign-in, by the name in the address. */
export function wordsForError(error: string | null): string | null {
  if (error === null) return null
  return words[error] ?? 'The sign-in was not finished. Try again.'
}
