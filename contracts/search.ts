/** What can be found, in the order in which a list of everything has it. */
export const searchGroups = [
  { id: 'chapters', title: 'Chapters' },
  { id: 'labs', title: 'Labs' },
  { id: 'words', title: 'Words' },
  { id: 'api', title: 'API' },
  { id: 'problems', title: 'Problems' },
] as const

export type SearchGroup = (typeof searchGroups)[number]['id']

/** One thing that can be found: a chapter or a part of one, a lab, a word … */
export type SearchEntry = {
  group: SearchGroup
  title: string
  /** What it belongs to, or how it is written: `Chapter 3`, `POST /api/orders`. */
  about: string
  text: string
  /** Other names that lead here. */
  also?: string
  href: string
}

/** Where the page asks for all of them; written once, by the build. */
export const searchAddress = '/search.json'
