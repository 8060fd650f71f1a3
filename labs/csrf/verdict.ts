import type { Experiment } from '@/contracts/csrf-lab'
import type { RunAnswer } from '@/components/lab/lab-bet'
import type { Result } from './use-forgery'
import { cookieWords, wayWords, type Way } from './words'

export const question = {
  ask: 'A page of another site sends a form to a server. You are signed in there, with a cookie that travels everywhere (SameSite=None), and the server has never heard of CORS. What happens?',
  isMany: false,
  options: [
    { id: 'stopped', text: 'CORS stops it: nothing is sent' },
    { id: 'asked', text: 'The browser asks the server first, and is refused' },
    { id: 'done', text: 'It arrives with your cookie, and is done' },
  ],
}

/** Told by what arrived at the trusting door, of a form with that cookie. */
export function answerOf(results: readonly Result[]): RunAnswer | null {
  const runs = results.filter(
    ({ way, sameSite }) =>
      (way === 'form' || way === 'tab') && sameSite === 'none',
  )
  // Where a browser keeps cookies from frames, the tab will tell.
  const run = runs.find(({ doors }) => fateOf(doors.trusting) !== 'no-cookie')
  if (!run) return null
  const { trusting } = run.doors
  const fate = fateOf(trusting)
  const id =
    fate === 'nothing' ? 'stopped' : fate === 'question' ? 'asked' : 'done'
  return {
    ids: [id],
    said:
      fate === 'done'
        ? `It arrived as ${fieldOf(trusting, 'sec-fetch-site') ?? 'a request'}, with the cookie, and the twin’s address is ${trusting.email} now.`
        : `At the twin: ${fateWords(trusting)}.`,
  }
}

/** What became of a request at a door. */
export type Fate =
  'nothing' | 'question' | 'done' | 'no-cookie' | 'wrong-method' | 'refused'

export function fateOf({ door, arrived, email }: Experiment): Fate {
  if (!arrived) return 'nothing'
  const field = (name: string) => valueIn(arrived, name)
  if (field('method') === 'OPTIONS') return 'question'
  if (email !== null) return 'done'
  if (door === 'trusting') return 'no-cookie'
  if (field('method') === 'GET') return 'wrong-method'
  const site = field('sec-fetch-site')
  return site === 'same-origin' ? 'no-cookie' : 'refused'
}

export function fateWords(experiment: Experiment): string {
  return words[fateOf(experiment)]
}

const words: Record<Fate, string> = {
  nothing: 'nothing arrived',
  question: 'a question arrived, and not the request',
  done: 'done: the address is changed',
  'no-cookie': '401, the cookie did not come along',
  'wrong-method': '405, nothing is changed by GET',
  refused: '403, sent by a page of another site',
}

export function fieldOf({ arrived }: Experiment, name: string): string | null {
  return arrived && valueIn(arrived, name)
}

function valueIn(
  arrived: readonly (readonly [string, string])[],
  name: string,
): string | null {
  return arrived.find(([field]) => field === name)?.[1] ?? null
}

/** What the chosen attack has come to, in a sentence. */
export function sentenceOf(
  result: Result | null,
  isBusy: boolean,
  way: Way,
): string {
  if (isBusy)
    return way === 'tab'
      ? 'Now claim the soup and the bread in the page below. Each opens a tab: look at it, and come back.'
      : 'The page is open. What arrives is waited for.'
  if (!result) return 'Nothing has been sent this way yet.'
  const { sameSite, doors, hasOrdered } = result
  const cookie = `SameSite=${cookieWords[sameSite]}`
  if (hasOrdered) return 'An order of yours has come of it. That must not be.'
  if (way === 'own')
    return fateOf(doors.guarded) === 'done'
      ? 'The site’s own page may: both doors did what it asked for.'
      : 'Even the site’s own page came without the cookie: this browser has not kept it. SameSite=None is kept over HTTPS, or on the machine itself.'
  const trusting = fateOf(doors.trusting)
  const said = `${wayWords[way].name}, ${cookie}.`
  if (trusting === 'done')
    return `${said} The twin has a new address, and Mara has seen a page about soup. The guarded door said: ${fateWords(doors.guarded)}.`
  if (trusting === 'question')
    return `${said} The browser asked first whether it may send JSON, was given no leave, and sent nothing. Only such requests are asked about.`
  if (trusting === 'nothing') return `${said} Nothing arrived.`
  return sameSite === 'none'
    ? `${said} The request arrived, and this browser gives no cookie to frames of other sites, whatever it says. Try the button, which opens a tab.`
    : `${said} The request arrived, and the browser had left the cookie at home.`
}
