import MiniSearch, { type SearchResult } from 'minisearch'
import {
  searchGroups,
  type SearchEntry,
  type SearchGroup,
} from '@/contracts/search'

/** What was found, and the words of it that were asked for. */
export type Hit = { entry: SearchEntry; words: readonly string[] }
export type HitGroup = { id: SearchGroup; title: string; hits: readonly Hit[] }
export type Find = (question: string) => HitGroup[]

const mostInGroup = 6

/** Makes the entries findable: by whole words, their beginnings, and nearly so. */
export function indexEntries(entries: readonly SearchEntry[]): Find {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields: ['title', 'also', 'about', 'text'],
    searchOptions: {
      boost: { title: 4, also: 3, about: 2 },
      prefix: true,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
    },
  })
  index.addAll(entries.map((entry, id) => ({ ...entry, id })))

  return (question) => {
    const all = index.search(question, { combineWith: 'AND' })
    const found = all.length > 0 ? all : index.search(question)
    const hits = found.flatMap((result) => hitOf(entries, result))
    const named = hits.filter(({ entry }) => isNamed(entry, question))
    return groupsOf([...new Set([...named, ...hits])])
  }
}

/** Asked for by its very name, as in `POST /api/orders`. */
function isNamed({ title, about }: SearchEntry, question: string): boolean {
  const asked = question.trim().toLowerCase()
  return [title, about].some((name) => name.toLowerCase() === asked)
}

function hitOf(
  entries: readonly SearchEntry[],
  { id, terms }: SearchResult,
): Hit[] {
  const entry = entries[Number(id)]
  return entry ? [{ entry, words: terms }] : []
}

/** The group with the best hit first, and within it the best hit first. */
function groupsOf(hits: readonly Hit[]): HitGroup[] {
  const order = [...new Set(hits.map(({ entry }) => entry.group))]
  return order.map((id) => ({
    id,
    title: searchGroups.find((group) => group.id === id)?.title ?? '',
    hits: hits.filter(({ entry }) => entry.group === id).slice(0, mostInGroup),
  }))
}
