import type { MetadataRoute } from 'next'
import { env } from '@/env'
import { sitePages } from './(site)/site-pages'

/** Its addresses are those of the running server, which a build may not know. */
export const dynamic = 'force-dynamic'

export default function sitemap(): MetadataRoute.Sitemap {
  return sitePages().map(({ path, since }) => ({
    url: env.publicUrl + path,
    ...(since === undefined ? {} : { lastModified: since }),
  }))
}
