import type { Place, SpanLike } from './place-of'
import { faultOfBar } from './fault-words'
import { spanRows, type SpanRow } from './span-rows'

/** A piece drawn on its parent's row, when the chart has no room for its own. */
export type ChartBit = {
  id: string
  name: string
  place: Place
  startMs: number
  endMs: number | null
  isFailed: boolean
}

export type ChartRow = ChartBit & {
  /** What was made to go wrong here; null where nothing was. */
  fault?: string | null
  depth: number
  isGroup: boolean
  bits: ChartBit[]
}

export type Chart = { rows: ChartRow[]; endMs: number }

type Entry = { row: ChartRow; children: Entry[]; isDoor: boolean }

/**
 * The rows of a timeline. With `maxRows`, the smallest groups are folded until
 * the rest fits: their pieces are then drawn on the row of their parent.
 */
export function chartOf(
  spans: readonly SpanLike[],
  options: { maxRows?: number; places?: readonly Place[] } = {},
): Chart {
  const { maxRows = Infinity, places } = options
  const all = spanRows(spans)
  const roots = treeOf(
    all.filter((row) => !places || places.includes(row.place)),
  )
  let count = countOf(roots)
  if (count > maxRows) count -= joinRepeats(roots) + skipChains(roots)
  while (count > maxRows) {
    const group = smallestGroup(roots)
    if (!group) break
    count -= fold(group)
  }
  const rows: ChartRow[] = []
  flatten(roots, 0, rows)
  const ends = all.map((row) => row.endMs ?? row.startMs)
  return { rows, endMs: ends.reduce((a, b) => Math.max(a, b), 0) }
}

/**
 * Rows to a tree again: a filtered row leaves its children to its parent, and
 * work that began after its parent had ended stands on its own.
 */
function treeOf(rows: readonly SpanRow[]): Entry[] {
  const roots: Entry[] = []
  const path: { entry: Entry; depth: number }[] = []
  for (const row of rows) {
    while ((path.at(-1)?.depth ?? -1) >= row.depth) path.pop()
    const parent = path.at(-1)?.entry
    const isDoor = row.span.kind === 'server'
    const entry: Entry = { row: chartRow(row), children: [], isDoor }
    const isLater =
      parent && parent.row.endMs !== null && row.startMs > parent.row.endMs
    if (parent && !isLater) parent.children.push(entry)
    else roots.push(entry)
    path.push({ entry, depth: row.depth })
  }
  return roots.sort((a, b) => a.row.startMs - b.row.startMs)
}

function chartRow({ span, place, startMs, endMs }: SpanRow): ChartRow {
  return {
    id: span.spanId,
    name: span.name,
    place,
    startMs,
    endMs,
    isFailed: span.status?.code === 'error',
    fault: faultOfBar(span),
    depth: 0,
    isGroup: false,
    bits: [],
  }
}

function countOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { children }) => sum + 1 + countOf(children), 0)
}

/** Neighbours that do the same thing share a row: `UPDATE portions ×2`. */
function joinRepeats(entries: Entry[]): number {
  const kept: Entry[] = []
  for (const entry of entries) {
    const before = kept.at(-1)
    const isRepeat =
      before?.row.name.replace(/ ×\d+$/, '') === entry.row.name &&
      entry.children.length === 0 &&
      before.children.length === 0
    if (before && isRepeat) join(before.row, entry.row)
    else kept.push(entry)
  }
  const joined = entries.length - kept.length
  entries.splice(0, entries.length, ...kept)
  return kept.reduce((sum, { children }) => sum + joinRepeats(children), joined)
}

function join(first: ChartRow, next: ChartRow) {
  if (first.bits.length === 0) first.bits = [bitOf(first)]
  first.bits = [...first.bits, bitOf(next)]
  first.endMs = next.endMs
  first.isFailed ||= next.isFailed
  first.name = `${next.name} ×${first.bits.length}`
}

/** A group that holds nothing but one other group says nothing of its own. */
function skipChains(entries: readonly Entry[]): number {
  let skipped = 0
  for (const entry of entries) {
    const [only, ...others] = entry.children
    if (only && others.length === 0 && isAllOf(entry, only)) {
      entry.children = only.children
      skipped++
    }
    skipped += skipChains(entry.children)
  }
  return skipped
}

function isAllOf({ row: outer }: Entry, only: Entry): boolean {
  const { row: inner, children, isDoor } = only
  if (children.length === 0 || inner.isFailed || isDoor) return false
  if (outer.endMs === null || inner.endMs === null) return false
  const share = (inner.endMs - inner.startMs) / (outer.endMs - outer.startMs)
  return share > 0.75
}

/** The group to fold first: all leaves, fewest children, shortest. */
function smallestGroup(roots: readonly Entry[]): Entry | null {
  let best: Entry | null = null
  const open = [...roots]
  for (let entry = open.pop(); entry; entry = open.pop()) {
    open.push(...entry.children)
    const isFoldable =
      entry.children.length > 0 &&
      entry.children.every((child) => child.children.length === 0)
    if (isFoldable && (!best || weigh(entry) < weigh(best))) best = entry
  }
  return best
}

function weigh({ row, children }: Entry): number {
  const bits = children.reduce((sum, { row: { bits } }) => sum + bits.length, 0)
  return (children.length + bits) * 1e6 + ((row.endMs ?? 0) - row.startMs)
}

function fold(group: Entry): number {
  const folded = group.children.length
  const bits = group.children.flatMap(({ row }) => piecesOf(row))
  group.row.bits = [...group.row.bits, ...bits]
  group.children = []
  return folded
}

/** A joined row is the sum of its pieces; any other is a piece itself. */
function piecesOf(row: ChartRow): ChartBit[] {
  const isJoined = row.bits.some(({ id }) => id === row.id)
  return isJoined ? row.bits : [bitOf(row), ...row.bits]
}

function bitOf(row: ChartRow): ChartBit {
  const { id, name, place, startMs, endMs, isFailed } = row
  return { id, name, place, startMs, endMs, isFailed }
}

function flatten(entries: readonly Entry[], depth: number, rows: ChartRow[]) {
  for (const { row, children } of entries) {
    const isGroup = children.length > 0 || row.bits.length > 0
    rows.push({ ...row, depth, isGroup })
    flatten(children, depth + 1, rows)
  }
}
