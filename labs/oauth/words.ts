import type { AttackedHouse, Protection } from '@/contracts/oauth-lab-choices'
import type { Mode } from './use-sign-ins'

export const modeWords: Record<Mode, string> = {
  own: 'Your own sign-in',
  state: 'Without state',
  pkce: 'Without PKCE',
  redirect: 'Loose redirect',
}

export const houseWords: Record<AttackedHouse, string> = {
  twin: 'The weak twin',
  real: 'Plateful',
}

type AttackWords = {
  title: string
  /** What the protection is there for. */
  about: string
  /** What Mallory does, in the order he does it. */
  deeds: readonly string[]
  fell: string
  held: string
}

export const attackWords: Record<Protection, AttackWords> = {
  state: {
    title: 'A stranger’s answer in your browser',
    about:
      'State ties an answer to the browser that asked for it. Without it any answer fits any browser. The twin of this attack is from the time before PKCE, which would have caught it one step later: Mara’s browser has no verifier for Mallory’s code.',
    deeds: [
      'Mallory signs in as himself, and stops before his browser opens the answer.',
      'He sends Mara the address of that answer. She opens it.',
      'If the house takes it, Mara is signed in as Mallory: whatever she orders, and the card she pays with, is kept in his account.',
    ],
    fell: 'Mara’s browser is signed in as Mallory. She asked for nothing, and notices nothing.',
    held: 'Mara’s browser has no cookie with that state. The answer was thrown away before any token was asked for.',
  },
  pkce: {
    title: 'A code that somebody found',
    about:
      'PKCE ties a code to whoever began the sign-in. Without it the code alone is enough.',
    deeds: [
      'Mallory begins a sign-in in his own browser, so that it waits for an answer.',
      'Mara signs in. Her code passes through an address, and Mallory reads it there: in a log, in a history, over her shoulder.',
      'He brings her code back as the answer to his own question, with his own state, before her browser does.',
    ],
    fell: 'Mallory’s browser is signed in as Mara. All he needed was a line of a log.',
    held: 'Mallory’s verifier is not the one of Mara’s challenge. The provider kept its tokens.',
  },
  redirect: {
    title: 'A link with one other address',
    about:
      'The provider answers to the addresses that a client has registered, letter by letter. The twin is content with one that begins like it.',
    deeds: [
      'Mallory begins a sign-in, takes the link to the provider, and changes the address for the answer to one of his.',
      'Mara follows the link. It leads to the true provider, so she signs in.',
      'Her code is sent to Mallory. He brings it to the client, with the state and the verifier of his own browser.',
    ],
    fell: 'Mallory’s browser is signed in as Mara. PKCE did not help: the verifier was his own.',
    held: 'The provider knows that address from nowhere. It showed no form, and sent nobody anywhere.',
  },
}
