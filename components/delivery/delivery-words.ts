import { ApiProblemError, NotKnownError } from '@/components/api-errors'
import { kindWordsFor, type KindWords } from '@/components/kind-words'

/** What is said when something could not be read: no order is at stake. */
export async function wordsForReading(error: unknown): Promise<KindWords> {
  if (!(error instanceof NotKnownError)) return wordsFor(error)
  return error.isOffline
    ? {
        title: 'This browser is offline',
        text: 'What you chose is kept here. The page asks again as soon as the connection is back.',
        way: { do: 'try-again', label: 'Ask again', waitMs: 0 },
        href: null,
      }
    : {
        title: 'The server does not answer',
        text: 'It may be starting, or the connection broke on the way. What you chose is kept in this browser.',
        way: { do: 'try-again', label: 'Ask again', waitMs: 0 },
        href: null,
      }
}

/** What is said when an order could not be moved on. */
export async function wordsForMoving(error: unknown): Promise<KindWords> {
  if (error instanceof NotKnownError) {
    return {
      title: error.isOffline
        ? 'This browser is offline'
        : 'No answer came back',
      text: 'Nobody knows yet whether the order moved. The steps above show it as soon as somebody does.',
      way: { do: 'try-again', label: 'Look again', waitMs: 0 },
      href: null,
    }
  }
  const words = await wordsFor(error)
  return words.way.do === 'try-again' && words.way.waitMs === 0
    ? { ...words, way: { ...words.way, label: 'Look again' } }
    : words
}

/** As the site says it, but with the way out that this page has. */
export async function wordsFor(error: unknown): Promise<KindWords> {
  const words = await kindWordsFor(error)
  if (!(error instanceof ApiProblemError)) return words
  if (error.is('quota-exceeded')) {
    const label = 'See your orders'
    return { ...words, way: { do: 'go', label, href: '/plateful#your-orders' } }
  }
  if (error.is('sold-out')) return { ...words, text: error.problem.detail }
  return words
}
