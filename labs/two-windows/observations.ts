import type { RunAnswer } from '@/components/lab/lab-bet'
import { keepers, type Counts, type Keeper, type Told } from './counts'

export type WindowName = 'A' | 'B' | 'C'

type Seen = {
  counts: Counts | null
  /** How often the reader has pressed in it, across reloads. */
  presses: number
}

/** What the lab has seen of its windows. */
export type Observations = Record<WindowName, Seen> & {
  /** The counts of window A before its reload and after; null before one. */
  reload: { before: Counts; after: Counts | null } | null
  /** The trace of the last press in a window of this browser. */
  traceId: string | null
}

const unseen: Seen = { counts: null, presses: 0 }
export const nothingSeen: Observations = {
  A: unseen,
  B: unseen,
  C: unseen,
  reload: null,
  traceId: null,
}

export type News =
  | { kind: 'told'; window: WindowName; told: Told }
  | { kind: 'reload'; window: WindowName }
  | { kind: 'reset' }

export function withNews(before: Observations, news: News): Observations {
  if (news.kind === 'reset') return nothingSeen
  const { window } = news
  const seen = before[window]
  if (news.kind === 'reload') {
    const isStart = window === 'A' && seen.counts !== null && seen.presses > 0
    return {
      ...before,
      [window]: { ...seen, counts: null },
      ...(isStart && seen.counts
        ? { reload: { before: seen.counts, after: null } }
        : {}),
    }
  }
  const { counts, isPress, traceId } = news.told
  const presses = seen.presses + (isPress ? 1 : 0)
  const after = { ...before, [window]: { counts, presses } }
  if (isPress && window !== 'C' && traceId !== null) after.traceId = traceId
  // A window that was loaded anew is asked once it knows all three.
  if (window === 'A' && before.reload?.after === null && isWhole(counts))
    after.reload = { ...before.reload, after: counts }
  return after
}

function isWhole(counts: Counts): boolean {
  return counts.server !== null
}

/** `not yet`: the window has not asked the server since. */
export type Finding = { is: 'yes' | 'no' | 'not yet'; figures: string } | null

/** Whether a count outlived the reload of window A; null before one. */
export function survives({ reload }: Observations, keeper: Keeper): Finding {
  if (!reload?.after) return null
  const [was, is] = [reload.before[keeper], reload.after[keeper]]
  return { is: was === is ? 'yes' : 'no', figures: `${was} → ${is}` }
}

/**
 * Whether another window shows more than what was pressed in it itself, so
 * that it knows of the presses in A. Null before there were any.
 */
export function isSeenIn(
  window: 'B' | 'C',
  observed: Observations,
  keeper: Keeper,
): Finding {
  const { counts, presses } = observed[window]
  const here = observed.A.counts?.[keeper] ?? null
  const there = counts?.[keeper] ?? null
  if (observed.A.presses === 0 || here === null || there === null) return null
  const figures = `A ${here}, ${window} ${there}`
  if (there > presses) return { is: 'yes', figures }
  const isOwn = window === 'B' && keeper === 'server'
  return { is: isOwn ? 'not yet' : 'no', figures }
}

/** What the reload says to the bet. */
export function answerOf(observed: Observations): RunAnswer | null {
  const found = keepers.map(
    (keeper) => [keeper, survives(observed, keeper)] as const,
  )
  if (found.some(([, finding]) => finding === null)) return null
  const kept = found.filter(([, finding]) => finding?.is === 'yes')
  return {
    ids: kept.map(([keeper]) => keeper),
    said: `${found
      .map(([keeper, finding]) => `${shortNames[keeper]} ${finding?.figures}`)
      .join(', ')}.`,
  }
}

const shortNames: Record<Keeper, string> = {
  memory: 'Memory',
  storage: 'Storage',
  server: 'Server',
}

export const question = {
  ask: 'Press +1 a few times in window A, then reload it. Which counts will still stand?',
  isMany: true,
  options: [
    { id: 'memory', text: 'The one in the page’s memory' },
    { id: 'storage', text: 'The one in the browser’s storage' },
    { id: 'server', text: 'The one on the server' },
  ],
}

/** The next thing to try, and what has been seen, in a sentence. */
export function sentenceOf(observed: Observations): string {
  const { A, C, reload } = observed
  if (A.presses === 0) return 'Press +1 in window A.'
  if (!reload)
    return isBehind(observed)
      ? 'Window B has not asked the server since: look into it, or press “Ask the server” there. Then reload window A.'
      : 'Now reload window A: its page is thrown away and loaded anew.'
  if (!reload.after) return 'Window A is being loaded anew.'
  if (isBehind(observed))
    return 'The page’s memory is empty again. Now look into window B, or press “Ask the server” there.'
  if (!C.counts)
    return 'The two windows agree on all but the page’s memory. Now open another browser, which has never been here.'
  return 'The other browser begins at nought in all three: it has a storage of its own, and the server takes it for somebody else.'
}

function isBehind({ A, B }: Observations): boolean {
  return B.counts !== null && B.counts.server !== A.counts?.server
}
