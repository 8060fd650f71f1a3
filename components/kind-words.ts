import {
  ApiProblemError,
  BrokenContractError,
  NotKnownError,
  ToldError,
} from './api-errors'

/** What went wrong, in words that help, and the way out. */
export type KindWords = {
  title: string
  text: string
  /** Where to go, or what to do again. */
  way:
    | { do: 'try-again'; label: string; waitMs: number }
    | { do: 'mend'; label: string }
    | { do: 'go'; label: string; href: string }
  /** The page about this kind of problem. */
  href: string | null
}

export async function kindWordsFor(error: unknown): Promise<KindWords> {
  if (error instanceof ToldError) return error.words
  if (error instanceof ApiProblemError) return wordsForProblem(error)
  if (error instanceof NotKnownError && error.isOffline) {
    return {
      title: 'This browser is offline',
      text: 'Your basket is still here. Nobody knows yet whether the order was placed. Asking again with the same key is safe.',
      way: { do: 'try-again', label: 'Ask again', waitMs: 0 },
      href: null,
    }
  }
  if (error instanceof BrokenContractError) {
    return {
      title: 'The answer is not what was promised',
      text: 'A reply came back in a shape that this page does not know. It may be older than the server: load it anew.',
      way: { do: 'go', label: 'Load the page anew', href: '/' },
      href: null,
    }
  }
  return {
    title: 'No answer from the kitchen',
    text: 'Nobody knows yet whether your order was placed. Asking again with the same key never orders twice.',
    way: { do: 'try-again', label: 'Ask again', waitMs: 0 },
    href: null,
  }
}

async function wordsForProblem(error: ApiProblemError): Promise<KindWords> {
  const { problem, slug, retryAfterMs } = error
  return {
    title: problem.title,
    text: isAboutTheOrder(error)
      ? problem.detail
      : ((await helpFor(slug)) ?? problem.detail),
    way: wayOut(error, retryAfterMs ?? 0),
    href: slug ? `/problems/${slug}` : null,
  }
}

/** Here the detail names the dish or the hour, which helps more. */
function isAboutTheOrder(error: ApiProblemError): boolean {
  return error.is('sold-out', 'restaurant-closed', 'validation-failed')
}

function wayOut(error: ApiProblemError, waitMs: number): KindWords['way'] {
  if (error.is('restaurant-closed')) {
    const label = 'See who is open'
    return { do: 'go', label, href: '/plateful' }
  }
  if (error.is('quota-exceeded')) {
    return { do: 'go', label: 'Start over in Plateful', href: '/plateful' }
  }
  if (error.is('place-ended', 'already-yours', 'not-your-part')) {
    return { do: 'go', label: 'Go on in Plateful', href: '/plateful' }
  }
  if (error.is('sold-out', 'validation-failed')) {
    return { do: 'mend', label: 'Change the order' }
  }
  return { do: 'try-again', label: 'Try again', waitMs }
}

/** The longer help is loaded only when something went wrong. */
async function helpFor(slug: string): Promise<string | null> {
  try {
    const { problems } = await import('@/contracts/problems')
    const known = Object.entries(problems).find(([name]) => name === slug)
    return known ? known[1].help : null
  } catch {
    return null
  }
}
