import { and, asc, eq, gt, like } from 'drizzle-orm'
import { OrderHappening } from '@/contracts/events'
import type { NewsItem, NewsQuestion } from '@/contracts/polling-or-push'
import type { Database } from '@/db/client'
import { events } from '@/db/schema/events'

type Known = Pick<NewsQuestion, 'order' | 'after'>

/** What has happened to an order since the event that a page knows. */
export async function listNews(
  db: Database,
  { order, after }: Known,
): Promise<NewsItem[]> {
  const isNews = and(
    eq(events.order, order),
    gt(events.id, after),
    like(events.kind, 'order.%'),
  )
  const rows = await db
    .select()
    .from(events)
    .where(isNews)
    .orderBy(asc(events.id))

  return rows.map(({ id, kind, traceId, data }) => ({
    id,
    event: kind,
    data: { ...OrderHappening.parse(data), traceId },
  }))
}
