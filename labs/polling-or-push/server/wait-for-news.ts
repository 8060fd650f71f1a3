import type { NewsItem, NewsQuestion } from '@/contracts/polling-or-push'
import type { Database } from '@/db/client'
import type { Bell } from '@/server/http/event-bell'
import { listNews } from './list-news'

/**
 * What is new about an order: at once if there is something, else as soon as
 * there is, and nothing once the time is over. While it waits it holds no
 * connection to the database and no transaction: only its place at the bell.
 */
export async function waitForNews(
  db: Database,
  bell: Bell,
  question: NewsQuestion,
): Promise<NewsItem[]> {
  try {
    for (;;) {
      // It listens before it looks, so nothing can happen in between unheard.
      const ring = bell.next()
      const news = await listNews(db, question)
      if (news.length > 0) return news
      if ((await ring) === 'over') return []
    }
  } finally {
    bell.takeDown()
  }
}
