import { chapters } from '@/content/chapters'
import { problems } from '@/contracts/problems'
import { labs } from '@/labs/labs'
import { restaurantNames } from './plateful/restaurants'

export type SitePage = {
  path: string
  /** The day on which it was first there, where that is known. */
  since?: string
}

/** The pages that are the same for everybody, and so can be looked up. */
export function sitePages(): SitePage[] {
  return [
    ...[
      '/',
      '/learn',
      '/labs',
      '/glossary',
      '/search',
      '/api',
      '/api/labs-reference',
      '/problems',
      '/trace',
      '/join',
      '/account',
      '/plateful',
      '/plateful/kitchen',
      '/plateful/courier',
      '/plateful/wall',
    ].map((path) => ({ path })),
    ...chapters
      .filter(({ isOpen }) => isOpen)
      .map(({ slug, since }) => ({
        path: `/learn/${slug}`,
        ...(since === undefined ? {} : { since }),
      })),
    ...Object.keys(labs).map((lab) => ({ path: `/labs/${lab}` })),
    ...Object.keys(problems).map((slug) => ({ path: `/problems/${slug}` })),
    ...Object.keys(restaurantNames).map((slug) => ({
      path: `/plateful/${slug}`,
    })),
  ]
}
