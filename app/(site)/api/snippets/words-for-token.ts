import { NotKnownError } from '@/components/api-errors'
import { kindWordsFor, type KindWords } from '@/components/kind-words'

/** What is said when the reader's token could not be had. */
export async function wordsForToken(error: unknown): Promise<KindWords> {
  if (!(error instanceof NotKnownError)) return kindWordsFor(error)
  return {
    title: error.isOffline ? 'This browser is offline' : 'No answer came back',
    text: 'Your token is not here yet. Nothing was copied.',
    way: { do: 'try-again', label: 'Try again', waitMs: 0 },
    href: null,
  }
}
