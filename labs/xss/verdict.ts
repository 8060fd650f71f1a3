import type { RunAnswer } from '@/components/lab/lab-bet'
import { hasRun, isStopped } from './heard'
import type { Review } from './use-review'

type Seen = Pick<Review, 'published' | 'heard' | 'elements' | 'isBusy'>

export const question = {
  ask: 'A guest’s review is kept as it was typed, and there is a script in it. Three pages show it. In which of them does the script run?',
  isMany: true,
  options: [
    { id: 'open', text: 'In one that was joined out of strings' },
    { id: 'real', text: 'In this page, which is made by React' },
    { id: 'guarded', text: 'In the joined one, under a strict policy' },
  ],
}

/**
 * Told by what was heard of the pages. Null while they are not settled, and
 * where no page heard of a script at all: then there was none to be bet on.
 */
export function answerOf({
  published,
  heard,
  elements,
}: Seen): RunAnswer | null {
  if (!published || !isSettled({ heard, elements })) return null
  const { open, guarded } = heard
  const ids = [
    ...(hasRun(open) ? ['open'] : []),
    ...(elements === 0 ? [] : ['real']),
    ...(hasRun(guarded) ? ['guarded'] : []),
  ]
  if (ids.length === 0 && !isStopped(guarded)) return null
  const stopped = guarded.news.filter(({ kind }) => kind === 'violation').length
  return {
    ids,
    said: `The joined page was heard of ${times(open.news.length)}. In this page the review became ${elements} elements. The policy stopped ${stopped === 1 ? 'one script' : `${stopped} scripts`}.`,
  }
}

export function isSettled({
  heard,
  elements,
}: Pick<Seen, 'heard' | 'elements'>): boolean {
  return heard.open.isSettled && heard.guarded.isSettled && elements !== null
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

/** What the review has come to, in a sentence. */
export function sentenceOf(seen: Seen): string {
  const { published, heard, isBusy } = seen
  if (isBusy) return 'The review is on its way to the server.'
  if (!published) return 'No review has been published yet.'
  if (!isSettled(seen)) return 'Three pages are showing it now.'
  const stolen = heard.open.news.some(({ text }) =>
    text.includes(published.told.session),
  )
  if (stolen)
    return 'The attacker has Mara’s session, from the page that was joined. The other two have shown the same review and lost nothing.'
  if (hasRun(heard.open))
    return 'The script ran in the page that was joined, and in neither of the others.'
  return isStopped(heard.guarded)
    ? 'A script was there. Nothing was heard of it from the joined page; under the policy it was stopped.'
    : 'No script was heard of. Markup without one changes how the joined page looks, and nothing else.'
}
