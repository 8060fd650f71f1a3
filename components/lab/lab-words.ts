import { NotKnownError } from '../api-errors'
import { kindWordsFor, type KindWords } from '../kind-words'

/** What went wrong with a lab's request, which has placed no order. */
export async function labWordsFor(error: unknown): Promise<KindWords> {
  if (!(error instanceof NotKnownError)) return kindWordsFor(error)
  return {
    title: error.isOffline
      ? 'This browser is offline'
      : 'No whole answer came back',
    text: 'The line to the server broke, or the server stopped meanwhile. Nothing of yours is lost: ask again.',
    way: { do: 'try-again', label: 'Ask again', waitMs: 0 },
    href: null,
  }
}
