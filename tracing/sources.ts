import { inArray } from 'drizzle-orm'
import type { CodeRegion, SourceRegion, Span } from '@/contracts/trace'
import { openDatabase, sharedClient } from '@/db/client'
import { codeRegions } from '@/db/schema/traces'
import { builtRegions } from './regions'
import { decodeLine } from './source-lines'

type Lines = Record<string, string[][]>

/** So many are looked up at a time: one for each span of the largest trace. */
const mostHashes = 512
const isHash = /^[0-9a-f]{64}$/

let built: Promise<Map<string, SourceRegion>> | undefined

/** Every region of this build with its text. Loaded when it is first asked for. */
export function builtSources(): Promise<Map<string, SourceRegion>> {
  return (built ??= import('./sources.json').then(({ default: lines }) => {
    const sources = new Map<string, SourceRegion>()
    for (const region of builtRegions)
      if (!sources.has(region.hash))
        sources.set(region.hash, sourceOf(region, lines))
    return sources
  }))
}

/** A part of a function is stored once, as lines of the whole. */
function sourceOf(region: CodeRegion, lines: Lines): SourceRegion {
  const whole = lines[region.within ?? region.hash] ?? []
  const offset = region.line - (region.withinLine ?? region.line)
  const length = region.endLine - region.line + 1
  return {
    ...region,
    lines: whole.slice(offset, offset + length).map(decodeLine),
  }
}

type Sources = Record<string, SourceRegion>

/**
 * Regions of source by their hashes: those of this build, and of builds before
 * it those that the database has kept. What neither knows is left out.
 */
export async function findSources(hashes: Iterable<string>): Promise<Sources> {
  const known = await builtSources()
  const found: Sources = {}
  const older: string[] = []
  for (const hash of new Set(hashes)) {
    const region = known.get(hash)
    if (region) found[hash] = region
    else if (isHash.test(hash)) older.push(hash)
  }
  if (older.length === 0) return found

  const rows = await openDatabase(sharedClient())
    .select()
    .from(codeRegions)
    .where(inArray(codeRegions.hash, older.slice(0, mostHashes)))
  for (const { source, ...region } of rows)
    found[region.hash] = { ...region, lines: source }
  return found
}

/** The region of source with this hash; null when nobody knows it any more. */
export async function findSource(hash: string): Promise<SourceRegion | null> {
  if (!isHash.test(hash)) return null
  return (await findSources([hash]))[hash] ?? null
}

/**
 * The code to show beside a trace: the function around each span's region, or
 * the region alone where the function is not known.
 */
export async function sourcesOf(
  spans: readonly Pick<Span, 'code'>[],
): Promise<Sources> {
  const regions = spans.flatMap(({ code }) =>
    code && isHash.test(code.within ?? code.hash) ? [code] : [],
  )
  const wholes = await findSources(
    regions.map(({ hash, within }) => within ?? hash),
  )
  const alone = regions.filter(({ within }) => within && !wholes[within])
  if (alone.length === 0) return wholes
  return { ...wholes, ...(await findSources(alone.map(({ hash }) => hash))) }
}
