import type { OauthOutcome } from '@/contracts/oauth-lab'
import { actors, type AttackedHouse } from '@/contracts/oauth-lab-choices'
import type { RunAnswer } from '@/components/lab/lab-bet'
import type { Hop } from './hops'
import type { Attacked, SignIns } from './use-sign-ins'
import { attackWords, houseWords } from './words'

export const question = {
  ask: 'Mara signs in to Plateful. Her one-time code passes through an address line, and Mallory reads it in a log before her browser has used it. He brings it to Plateful from a browser of his own, which has begun a sign-in too. What becomes of him?',
  isMany: false,
  options: [
    { id: 'in', text: 'He is signed in as Mara: he has her code' },
    { id: 'himself', text: 'He is signed in, as himself' },
    { id: 'refused', text: 'He is refused: the code is only half of it' },
  ],
}

/** Told by who is signed in at Plateful after the attack with a found code. */
export function answerOf(attacked: Attacked): RunAnswer | null {
  const outcome = attacked.pkce?.real?.told
  if (!outcome) return null
  const { signedInAs } = outcome
  if (signedInAs === null)
    return {
      ids: ['refused'],
      said: 'Asked who is signed in, Plateful answered Mallory’s browser: nobody.',
    }
  return {
    ids: [signedInAs === actors.guest.name ? 'in' : 'himself'],
    said: `Asked who is signed in, Plateful answered Mallory’s browser: ${signedInAs}.`,
  }
}

export function hasFallen({ signedInAs }: OauthOutcome): boolean {
  return signedInAs !== null
}

/** What a house said at the end, in few words. */
export function endingOf({ browser, signedInAs }: OauthOutcome): string {
  const whose = actors[browser].name
  return signedInAs === null
    ? `In ${whose}’s browser nobody is signed in.`
    : `${whose}’s browser is signed in as ${signedInAs}.`
}

/** What is to be seen now, in a sentence or two. */
export function sentenceOf(
  { mode, house, attacked, busy, isBack }: SignIns,
  hops: readonly Hop[],
): string {
  if (busy === 'leaving') return 'On the way to the identity provider.'
  if (busy === 'attacking') return 'Two browsers are at work.'
  if (mode === 'own') return ownSentence(hops, isBack)
  const outcome = attacked[mode]?.[house]?.told
  if (!outcome) return 'This attack has not been tried here yet.'
  const where = onHouse(house)
  const { fell, held } = attackWords[mode]
  return hasFallen(outcome)
    ? `${where} fell. ${fell}`
    : `${where} held. ${held}`
}

function onHouse(house: AttackedHouse): string {
  return houseWords[house]
}

function ownSentence(hops: readonly Hop[], isBack: boolean): string {
  if (hops.length === 0)
    return isBack
      ? 'You are signed in. The trace of it is on its way.'
      : 'You have not signed in from here yet.'
  const messages = hops.filter(({ from, to }) =>
    [from, to].includes('browser'),
  ).length
  return `You are signed in. Of ${hops.length} hops ${messages} went through your browser; in the others it had no part.`
}
