import type { Metadata } from 'next'
import { env } from '@/env'

export type PageFacts = {
  /** Without the name of the site. */
  title: string
  description: string
  path: string
  /** The picture of it (cards/), by kind and name; else that of the site. */
  card?: string
}

const cardOfSite = 'site/back-of-house'

/**
 * What a page says of itself to those who link to it. Where it stands is only
 * said if the build knows: an address that leads elsewhere helps nobody.
 */
export function pageMetadata(
  { title, description, path, card = cardOfSite }: PageFacts,
  site: string | null = env.knownUrl,
): Metadata {
  return {
    title,
    description,
    openGraph: {
      title,
      description,
      siteName: 'Back of House',
      locale: 'en',
      type: card.startsWith('learn/') ? 'article' : 'website',
      ...(site === null
        ? {}
        : { url: site + path, images: [pictureAt(site, card, title)] }),
    },
    twitter: { card: 'summary_large_image' },
    alternates: {
      types: { 'application/atom+xml': '/feed.xml' },
      ...(site === null ? {} : { canonical: site + path }),
    },
  }
}

function pictureAt(site: string, card: string, title: string) {
  return {
    url: `${site}/cards/${card}.png`,
    width: 1200,
    height: 630,
    alt: `${title}: a light side, a dark side, and the pass between them.`,
  }
}
