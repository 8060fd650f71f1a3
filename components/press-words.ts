import type { PressNews } from './api-client'

/** What is known of an order on its way, and what is not. */
export function pressWords(
  news: PressNews | null,
  hasRenewed: boolean,
): string {
  if (news?.kind === 'asking-again') {
    const { why, attempt, waitMs, hasKey } = news
    const how = hasKey ? 'with the same key' : 'without a key'
    const again = `Asking again ${how}, try ${attempt + 1}.`
    if (why === 'told-to-wait') {
      const seconds = Math.max(1, Math.round(waitMs / 1000))
      return `The server could not do it now, and nothing was kept. It asked for ${seconds} s. ${again}`
    }
    const what =
      why === 'offline'
        ? 'This browser is offline.'
        : 'No whole answer came back.'
    return `${what} Your order may have been placed, or not: nobody here knows. ${again}`
  }
  if (news?.kind === 'session-renewed')
    return 'The server took your session for expired. Your sandbox is still there: the basket was kept, and the page asks again with the same key.'
  return hasRenewed
    ? 'Your old sandbox had expired, so its orders are gone. You have a new one now.'
    : ''
}
