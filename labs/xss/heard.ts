import type { News } from '@/components/lab/stage-news'

/** What was heard of one page: the newest last. */
export type Heard = { news: readonly News[]; isSettled: boolean }
export const nothingHeard: Heard = { news: [], isSettled: false }

/** A page that talks without end is not listened to any longer. */
const mostNews = 12

export function withNews(heard: Heard, news: News): Heard {
  if (news.kind === 'settled') return { ...heard, isSettled: true }
  if (heard.news.length >= mostNews) return heard
  return { ...heard, news: [...heard.news, news] }
}

/** Whether a script that came with the review has run. */
export function hasRun({ news }: Heard): boolean {
  return news.some(({ kind }) => kind === 'log' || kind === 'alert')
}

export function isStopped({ news }: Heard): boolean {
  return news.some(({ kind }) => kind === 'violation')
}
