import { chapters } from '@/content/chapters'
import { env } from '@/env'
import { feedOf } from '../feed-of'

/** Its addresses are those of the running server, which a build may not know. */
export const dynamic = 'force-dynamic'

export function GET() {
  return new Response(feedOf(chapters, env.publicUrl), {
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    },
  })
}
