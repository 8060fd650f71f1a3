import type { RunAnswer } from '@/components/lab/lab-bet'
import type { Result } from './use-tokens'
import { deedWords, formatNames, whyWords } from './words'

export const question = {
  ask: 'A JWT says in its own header how it is to be checked. Write “none” there, with nothing to sign by, and leave the signature off. What does the door answer?',
  isMany: false,
  options: [
    { id: 'good', text: '200: nothing was to be checked, and so all is well' },
    { id: 'refused', text: '401: it does not ask the header how to check' },
    { id: 'broken', text: '500: it cannot check without a signature' },
  ],
}

/** Told by the status of another door to the token whose header says none. */
export function answerOf(results: readonly Result[]): RunAnswer | null {
  const run = results.find(
    ({ format, deed }) => format === 'jwt' && deed === 'none',
  )
  if (!run) return null
  const status = statusOf(run)
  const id = status < 400 ? 'good' : status < 500 ? 'refused' : 'broken'
  return {
    ids: [id],
    said: `${status}. ${run.verdict.reason === 'algorithm' ? 'The code has a list of the algorithms that it takes, and “none” is not on it.' : ''}`.trim(),
  }
}

/** What any other door answered. */
export function statusOf({ verdict }: Result): number {
  const [, status = '0'] =
    /^HTTP\S* (\d{3})/.exec(verdict.reply.startLine) ?? []
  return Number(status)
}

/** What the token that was sent has come to, in a sentence or two. */
export function sentenceOf(result: Result | null, isBusy: boolean): string {
  if (isBusy) return 'The token is on its way.'
  if (!result) return 'This token has not been sent.'
  const { format, deed, verdict } = result
  const name =
    deed === 'by-hand'
      ? 'the token that you edited'
      : `“${deedWords[deed].name}”`
  const status = statusOf(result)
  if (!verdict.reason)
    return `${status}: ${name} is good as a ${formatNames[format]}. Both doors let it in.`
  return `${status}: ${name} is refused. ${whyWords[verdict.reason][format]}`
}
