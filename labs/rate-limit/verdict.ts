import type { RunAnswer } from '@/components/lab/lab-bet'
import {
  limitWords,
  mostInASecond,
  tallyOf,
  windowWords,
  type Run,
} from './figures'

export const question = {
  ask: 'Two guests share one limit: eight requests at once, and two a second after that. The greedy one sends eight a second, the modest one sends one a second. How many of the modest guest’s requests are let through?',
  isMany: false,
  options: [
    { id: 'all', text: 'All of them: one a second is less than two' },
    { id: 'half', text: 'About half: there are two guests' },
    { id: 'few', text: 'A third of them at most' },
  ],
}

/** Told by a finished run in which a greedy guest hammers at a shared limit. */
export function answerOf(run: Run | null): RunAnswer | null {
  if (!run?.isWhole) return null
  const { sharing, manner } = run.trial
  if (sharing !== 'together' || manner !== 'hammers') return null
  const { sent, served } = tallyOf(run, 'modest')
  const share = served / Math.max(1, sent)
  const id = share > 0.75 ? 'all' : share > 1 / 3 ? 'half' : 'few'
  return {
    ids: [id],
    said: `${served} of ${sent} were let through. Of the greedy guest’s it was ${ofWords(run, 'greedy')}.`,
  }
}

function ofWords(run: Run, caller: 'greedy' | 'modest'): string {
  const { sent, served } = tallyOf(run, caller)
  return `${served} of ${sent}`
}

/** What a run has come to, in two sentences. */
export function sentenceOf(run: Run | null, isRunning: boolean): string {
  if (!run || (isRunning && run.tries.length === 0))
    return isRunning
      ? 'The first requests are on their way.'
      : 'Nobody has come yet.'
  const greedy = tallyOf(run, 'greedy')
  const modest = tallyOf(run, 'modest')
  const far = isRunning ? 'So far the greedy' : 'The greedy'
  return `${far} guest was let through ${greedy.served} of ${greedy.sent} times, the modest one ${modest.served} of ${modest.sent}. One limit let at most ${mostInASecond(run)} through within a second.`
}

function timesWords(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

/** What is worth a look in such a run. */
export function noticeOf(run: Run): string {
  const { trial } = run
  const most = mostInASecond(run)
  const greedy = tallyOf(run, 'greedy')
  if (trial.manner === 'swarms')
    return trial.counting === 'fixed-window'
      ? `The limit is ${windowWords(trial)}, and where one window ended and the next began ${most} were let through within a second. Send the same swarm at a sliding window.`
      : `The limit is ${windowWords(trial)}, and the swarm found no border to stand at: ${most} within a second at most. The fixed window is the one that has a border.`
  if (trial.manner === 'waits')
    return `The guest who waits when told was let through ${ofWords(run, 'greedy')} times and heard 429 ${timesWords(greedy.refused)}; the modest one was let through ${ofWords(run, 'modest')} times. Let the first one hammer at the same limit: the table below has both, side by side.`
  if (trial.sharing === 'together')
    return `There is one count for both, so whoever asks more often gets more of it: ${limitWords(trial)}, and the greedy guest is always there first. Count each guest apart, and flood again.`
  if (trial.counting === 'token-bucket')
    return 'Each guest has a bucket. The greedy one empties its own and lives on what flows in; it takes nothing from the modest one.'
  return 'Each guest has a window. The greedy one uses it up and stands outside until there is room; it takes nothing from the modest one.'
}
