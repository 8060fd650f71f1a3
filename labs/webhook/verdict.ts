import type { Span } from '@/contracts/trace'
import type { RunAnswer } from '@/components/lab/lab-bet'
import { figureOf } from '@/components/plot/plot-words'
import type { Result } from './use-kitchen'
import { closedFor } from './words'

export const question = {
  ask: 'Somebody on the line has recorded a genuine message, and a moment later sends the very same bytes once more. The signature is right, and so is the time. What does the kitchen do with the second one?',
  isMany: false,
  options: [
    { id: 'again', text: 'It cooks the order a second time' },
    { id: 'refused', text: 'It refuses it: 401' },
    { id: 'known', text: 'It says thank you, and prints nothing' },
  ],
}

/** Told by the answer to the second of two equal messages, and by the tickets. */
export function answerOf(results: readonly Result[]): RunAnswer | null {
  const { sent } = results.find(({ deed }) => deed === 'replayed') ?? {}
  if (!sent) return null
  const { answers, tickets } = sent.told
  const status = answers[1] ?? 0
  const paper = tickets === 1 ? '1 ticket' : `${tickets} tickets`
  return {
    ids: [status >= 400 ? 'refused' : tickets > 1 ? 'again' : 'known'],
    said: `The second message was answered with ${status}, and the kitchen has ${paper} of it.`,
  }
}

/** One try to deliver a message, as the trace of its order shows it. */
export type Try = { afterMs: number; status: number }

/** Every try of the outbox, in its order; times count from the first. */
export function triesIn(spans: readonly Span[]): Try[] {
  const calls = spans
    .filter(
      ({ name, kind, service }) =>
        name === 'POST /api/webhooks/kitchen' &&
        kind === 'client' &&
        service === 'plateful',
    )
    .sort((a, b) =>
      a.startTimeUnixNano.localeCompare(b.startTimeUnixNano, 'en'),
    )
  const first = BigInt(calls[0]?.startTimeUnixNano ?? 0)
  return calls.map(({ startTimeUnixNano, attributes }) => ({
    afterMs: Number((BigInt(startTimeUnixNano) - first) / 1_000_000n),
    status: Number(attributes['http.response.status_code'] ?? 0),
  }))
}

/** Whether the outbox has nothing more to try. */
export function isDelivered(tries: readonly Try[]): boolean {
  return tries.some(({ status }) => status >= 200 && status < 300)
}

/** What the chosen deed has come to, in a sentence. */
export function sentenceOf(
  result: Result | null,
  tries: readonly Try[],
  isBusy: boolean,
): string {
  if (isBusy) return 'The message is on its way to your kitchen.'
  if (!result) return 'Nothing has been sent this way yet.'
  if (!result.sent) return offlineSentence(tries)
  const { answers, tickets } = result.sent.told
  const paper = isRefused(answers)
    ? 'and printed nothing'
    : `and has ${tickets === 1 ? 'one ticket' : `${tickets} tickets`} of this order`
  return `Your kitchen answered ${answers.join(', then ')}, ${paper}. ${reasons[result.deed]}`
}

/** Whether any of the messages was turned away. */
export function isRefused(answers: readonly number[]): boolean {
  return answers.some((status) => status >= 400)
}

const reasons = {
  genuine: 'Signature, time and body belong together.',
  tampered: 'The signature was made for another body.',
  forged: 'Only whoever has the secret can make a signature that fits.',
  replayed: 'The id had been seen before, so the second one changed nothing.',
  late: 'The signature fits, and the time that it covers is too long ago.',
}

function offlineSentence(tries: readonly Try[]): string {
  const last = tries.at(-1)
  if (!last) return 'The order is in. Its message is on its way.'
  if (!isDelivered(tries))
    return `${tries.length} of the tries so far found your door closed. The outbox waits, twice as long after each, and tries again.`
  return `The guest’s order was confirmed at once. Its message was taken at try ${tries.length}, ${figureOf(last.afterMs / 1000)} s after the first: your door had been closed ${closedFor} times.`
}
