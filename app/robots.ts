import type { MetadataRoute } from 'next'
import { env } from '@/env'

/** The address of the sitemap is that of the running server. */
export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', disallow: ['/api/', '/shared/', '/setup'] },
    sitemap: `${env.publicUrl}/sitemap.xml`,
  }
}
