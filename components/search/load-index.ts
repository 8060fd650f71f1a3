import { searchAddress, type SearchEntry } from '@/contracts/search'
import { isRecord } from '../read-reply'
import { indexEntries, type Find } from './search-index'

let loading: Promise<Find> | undefined

/** What can be found, loaded once for as long as the page lives. */
export function loadIndex(): Promise<Find> {
  loading ??= readEntries().then(indexEntries)
  loading.catch(() => (loading = undefined))
  return loading
}

async function readEntries(): Promise<SearchEntry[]> {
  const reply = await fetch(searchAddress)
  const body: unknown = reply.ok ? await reply.json() : null
  if (!Array.isArray(body)) throw new Error('No list of what can be found.')
  return body.filter(isEntry)
}

function isEntry(value: unknown): value is SearchEntry {
  return (
    isRecord(value) &&
    typeof value.group === 'string' &&
    typeof value.title === 'string' &&
    typeof value.about === 'string' &&
    typeof value.text === 'string' &&
    typeof value.href === 'string'
  )
}
