import { ticketWays, type TicketWay } from '@/contracts/session-lab-choices'
import type { RunAnswer } from '@/components/lab/lab-bet'
import type { Logins, Round } from './use-logins'
import { secondsOf, wayWords } from './words'

export const question = {
  ask: 'Ada logs in on a phone and on a laptop, and then presses “log out everywhere” on the laptop. Which tickets still open the door for the phone a moment later?',
  isMany: true,
  options: [
    ...ticketWays.map((way) => ({ id: way, text: wayWords[way].name })),
    { id: 'none', text: 'None of them' },
  ],
}

/** Told by the first round after the log-out: who was let in on the phone? */
export function answerOf(rounds: readonly Round[]): RunAnswer | null {
  const round = rounds.find(({ isAfterLogOut }) => isAfterLogOut)
  if (!round) return null
  const isOn = (way: TicketWay) =>
    round.visits.some(
      (visit) => visit.device === 'phone' && visit.way === way && visit.isLetIn,
    )
  const open = ticketWays.filter(isOn)
  const names = open.map((way) => wayWords[way].name).join(' and ')
  return {
    ids: open.length > 0 ? open : ['none'],
    said:
      open.length > 0
        ? `Let in on the phone after the log-out: ${names}.`
        : 'Nobody was let in on the phone after the log-out.',
  }
}

type Told = Pick<Logins, 'rounds' | 'loggedOutMs' | 'seconds' | 'struckOut'>

/** What the newest round means. */
export function sentenceOf(told: Told, isLoggingIn: boolean): string {
  if (isLoggingIn) return 'Ada is logging in on both devices.'
  const { rounds, loggedOutMs, seconds, struckOut } = told
  const last = rounds.at(-1)
  if (!last) return 'Nobody is logged in.'
  const letIn = last.visits.filter(({ isLetIn }) => isLetIn)
  if (letIn.length === 0) return overSentence(told)
  if (loggedOutMs === null)
    return letIn.length === last.visits.length
      ? `All ${letIn.length} tickets were let in.`
      : `${letIn.length} of ${last.visits.length} tickets were let in.`
  const left = Math.max(0, seconds * 1000 - last.atMs)
  return `${struckOut} rows were struck out, and whatever leads to one of them is refused with the very next request. ${letIn.length} tokens are let in all the same: there is nothing of them to strike out. They go on for another ${secondsOf(left)}.`
}

function overSentence({ rounds, loggedOutMs, seconds }: Told): string {
  const last = rounds.at(-1)
  if (!last) return ''
  if (loggedOutMs === null)
    return `The time is over: nobody is let in ${secondsOf(last.atMs)} after the login, though nobody logged out.`
  const longer = Math.max(0, seconds * 1000 - loggedOutMs)
  return `Nobody is let in any more. The sessions ended with the log-out. The JWT alone went on for another ${secondsOf(longer)}, until its exp.`
}

/** When a way was last let in, and first refused after that, since the login. */
export function lifeOf(
  rounds: readonly Round[],
  way: TicketWay,
): { lastMs: number | null; refusedMs: number | null } {
  let lastMs: number | null = null
  let refusedMs: number | null = null
  for (const { atMs, visits } of rounds) {
    const own = visits.filter((visit) => visit.way === way)
    if (own.some(({ isLetIn }) => isLetIn)) {
      lastMs = atMs
      refusedMs = null
    } else refusedMs ??= atMs
  }
  return { lastMs, refusedMs }
}
