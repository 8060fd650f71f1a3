import { chapters } from '@/content/chapters'
import type { ProblemSlug } from '@/contracts/problems'

/** The chapter in which a reader learns why a backend answers so. */
const slugs: Record<ProblemSlug, string> = {
  'malformed-request': 'servers',
  'malformed-json': 'servers',
  'malformed-idempotency-key': 'the-order',
  'unknown-client': 'security',
  'unknown-redirect': 'security',
  'not-signed-in': 'security',
  'wrong-password': 'security',
  'sandbox-expired': 'security',
  'place-ended': 'security',
  'bad-signature': 'apis',
  'cross-site-write': 'security',
  'not-your-part': 'security',
  'already-yours': 'security',
  'quota-exceeded': 'security',
  'share-quota-exceeded': 'security',
  'not-found': 'servers',
  'trace-not-found': 'servers',
  'shared-trace-not-found': 'servers',
  'method-not-allowed': 'servers',
  'not-acceptable': 'servers',
  'sold-out': 'databases',
  'restaurant-closed': 'why-it-matters',
  'account-not-made': 'security',
  'illegal-transition': 'the-order',
  'request-in-progress': 'the-order',
  'precondition-failed': 'databases',
  'body-too-large': 'servers',
  'unsupported-media-type': 'servers',
  'validation-failed': 'what-a-backend-is',
  'idempotency-key-reused': 'the-order',
  'too-many-requests': 'security',
  'too-many-streams': 'the-order',
  'internal-error': 'servers',
  busy: 'databases',
  'database-unreachable': 'databases',
  'database-too-slow': 'databases',
  'restaurant-offline': 'the-order',
  'weather-unknown': 'apis',
  'storage-full': 'databases',
  'house-full': 'servers',
  'lab-busy': 'servers',
  'no-room-to-share': 'servers',
  'not-configured': 'getting-started',
  'not-on-this-platform': 'getting-started',
}

export type Explained = {
  name: string
  /** Null until the chapter can be read. */
  href: string | null
}

export function chapterOf(problem: ProblemSlug): Explained {
  const at = chapters.findIndex(({ slug }) => slug === slugs[problem])
  const chapter = chapters[at]
  if (!chapter) throw new Error(`No chapter explains ${problem}.`)
  const { slug, title, isOpen } = chapter
  return {
    name: `Chapter ${at + 1}: ${title}`,
    href: isOpen ? `/learn/${slug}` : null,
  }
}
