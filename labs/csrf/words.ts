import type { SameSite } from '@/contracts/csrf-choices'

/** How the hostile page sends its request; the last is the site's own page. */
export const ways = ['form', 'tab', 'fetch', 'json', 'image', 'own'] as const
export type Way = (typeof ways)[number]

export const wayWords: Record<Way, { name: string; line: string }> = {
  form: { name: 'A form', line: 'sent by a script as soon as it is there' },
  tab: { name: 'A button', line: 'pressed by you, and a tab opens' },
  fetch: { name: 'fetch, with text', line: 'a request that a form could send' },
  json: { name: 'fetch, with JSON', line: 'a request that no form could send' },
  image: { name: 'An image', line: 'whose address is the deed: a GET' },
  own: { name: 'No attack', line: 'the site’s own page, for comparison' },
}

export const cookieWords: Record<SameSite, string> = {
  none: 'None',
  lax: 'Lax',
  strict: 'Strict',
}

export const thief = 'thief@elsewhere.example'
