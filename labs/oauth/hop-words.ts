import type { Hop, HopKind } from './hops'
import { leadsTo, statusOf } from './message-facts'

export type HopWords = {
  /** The heading beside the lanes. */
  title: string
  /** Where it is laid down. */
  source: string
  /** One sentence for the bar above the lanes, and what it leads to. */
  bold: string
  rest: string
  note: string
}

/** What a hop is for, or that it says no. */
export function wordsOf({ kind, message }: Hop): HopWords {
  const words = hopWords[kind]
  if (message && statusOf(message) >= 400) return { ...words, ...refusal }
  const isTurnedAway =
    kind === 'home' && message && leadsTo(message)?.searchParams.has('error')
  return isTurnedAway ? { ...words, ...turnedAway } : words
}

const refusal = {
  title: 'Refused',
  bold: 'The answer is no.',
  rest: 'The lines that said so stand beside the lanes.',
  note: 'The request was read, held against what was kept, and turned away. Nothing was given for it.',
}

const turnedAway = {
  title: 'Not signed in',
  bold: 'Plateful sends the browser home as nobody.',
  rest: 'There is no session, and no cookie for one.',
  note: 'The page says that the sign-in was not finished, and nothing more. Whoever attacks learns nothing from it.',
}

/** What each kind of hop is for. */
const hopWords: Record<HopKind, HopWords> = {
  begin: {
    title: 'You ask to be signed in',
    source: 'RFC 6749, 4.1',
    bold: 'The browser asks Plateful.',
    rest: 'It names the provider, and nothing else about you.',
    note: 'Plateful has no password of yours and wants none. It will send you to somebody who knows you, and wait for their answer.',
  },
  discovery: {
    title: 'Plateful looks the provider up',
    source: 'OpenID Connect Discovery',
    bold: 'No address of the provider is written into Plateful.',
    rest: 'It asks for them, from server to server.',
    note: 'One document tells a client where to send a browser, where to fetch tokens, and which keys to believe.',
  },
  'sent-away': {
    title: 'Three secrets, and only fingerprints of them leave',
    source: 'RFC 7636, S256',
    bold: 'Plateful makes up three random values before you go.',
    rest: 'Your browser keeps them in encrypted cookies.',
    note: 'State and nonce will come back with the answer, and have to be the same. Of the verifier only a fingerprint goes along, the challenge: it cannot be turned round.',
  },
  authorize: {
    title: 'The request passes through your hands',
    source: 'RFC 6749, 4.1.1',
    bold: 'Your browser carries Plateful’s request to the provider.',
    rest: 'You could read it in the address line, and change it.',
    note: 'That is why the provider believes little of it: it knows the client, and the one address that this client may be answered at.',
  },
  form: {
    title: 'The provider asks who you are',
    source: 'OpenID Connect Core, 3.1.2.3',
    bold: 'This page is the provider’s, not Plateful’s.',
    rest: 'What you type here, Plateful never sees.',
    note: 'With a real provider you would give your password here, or a passkey, or be known already. This one takes any name.',
  },
  name: {
    title: 'You say who you are',
    source: 'OpenID Connect Core, 3.1.2.3',
    bold: 'Your name goes to the provider alone.',
    rest: 'With it comes the request, and it is checked again.',
    note: 'Nothing was remembered between the form and this: every field could have been changed in your browser, so every field is looked at once more.',
  },
  code: {
    title: 'A code, good once and for a minute',
    source: 'RFC 6749, 4.1.2',
    bold: 'The provider sends you back with a code.',
    rest: 'It is a claim ticket, not yet the thing itself.',
    note: 'Whatever goes through a browser may be seen: in the history, in a log, over a shoulder. So what goes this way is worth little by itself.',
  },
  callback: {
    title: 'Back at Plateful, with code and state',
    source: 'RFC 6749, 10.12',
    bold: 'Did this browser ask for that answer?',
    rest: 'State says so, or the answer is thrown away.',
    note: 'The state of the answer has to be the one in the cookie of this very browser. An answer that somebody else has asked for fits no cookie of yours.',
  },
  'ask-for-tokens': {
    title: 'Prove you are the one who started',
    source: 'RFC 7636, 4.6',
    bold: 'The browser is not in this conversation.',
    rest: 'Plateful trades the code for tokens, server to server.',
    note: 'Before, only a fingerprint was sent. Now Plateful shows the original, and the provider checks that they match.',
  },
  tokens: {
    title: 'The token, taken apart',
    source: 'OpenID Connect Core, 3.1.3.3',
    bold: 'Two tokens come back.',
    rest: 'One says who you are, the other opens one door.',
    note: 'The ID token is a signed letter to Plateful. Anybody can read it; only the provider can write one.',
  },
  keys: {
    title: 'By which key was it signed?',
    source: 'RFC 7517',
    bold: 'Plateful fetches the provider’s public keys.',
    rest: 'With them it can check a signature, and make none.',
    note: 'The token names its key, and the key has to be in this list. Then signature, issuer, audience, age and nonce are compared, in this order or another: all of them have to fit.',
  },
  'ask-who': {
    title: 'Who is it?',
    source: 'OpenID Connect Core, 5.3',
    bold: 'Plateful shows the access token, and asks for the name.',
    rest: 'The token opens this door and no other.',
    note: 'It is a bearer token: whoever has it may ask. It is valid for ten minutes, and never leaves the servers.',
  },
  who: {
    title: 'A subject that never changes, and a name',
    source: 'OpenID Connect Core, 5.3.2',
    bold: 'The provider says who signed in.',
    rest: 'It has to be the person of the ID token.',
    note: 'Names change hands, so an account is tied to the subject. If both replies did not speak of the same one, the sign-in would end here.',
  },
  session: {
    title: 'A row says that you are signed in',
    source: 'Plateful, decision 47',
    bold: 'From here on the provider is not needed.',
    rest: 'Plateful has a session of its own for you.',
    note: 'The tokens have done their work and are thrown away. Removing this row signs you out at once, whatever cookies are left.',
  },
  home: {
    title: 'Home, with a new cookie',
    source: 'RFC 9700, 4.7',
    bold: 'Your browser gets a new cookie, and goes back to its page.',
    rest: 'The old one opens nothing any more.',
    note: 'A cookie from before could be known to somebody else. So what proves you changes at the moment you become somebody.',
  },
  look: {
    title: 'And who is signed in now?',
    source: 'the proof',
    bold: 'The browser asks who it is.',
    rest: 'It has nothing to show but its cookies.',
    note: 'Whether an attack worked is not told by an error message, but by this answer.',
  },
  seen: {
    title: 'The answer',
    source: 'the proof',
    bold: 'What the house says is what counts.',
    rest: 'It goes by its session, and by nothing else.',
    note: 'If a name comes back that is not the name of whoever sits there, the attack has worked.',
  },
  inbox: {
    title: 'The code arrives at the attacker’s',
    source: 'RFC 9700, 4.1',
    bold: 'Mara’s browser does what the provider told it.',
    rest: 'It brings her code to an address of Mallory’s.',
    note: 'A redirect is obeyed at once, and nobody is asked. On the way back to a page that anybody may fill, the code is in the address for anybody to read.',
  },
  thanks: {
    title: 'Mara notices nothing',
    source: 'RFC 9700, 4.1',
    bold: 'A friendly page comes back.',
    rest: 'The code has been read by then.',
    note: 'The sign-in seems not to have worked. She would press again, and it would.',
  },
}
