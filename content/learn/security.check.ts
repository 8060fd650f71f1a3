import type { CheckQuestion } from '@/contracts/check-question'

export const questions: readonly CheckQuestion[] = [
  {
    id: 'which-answer',
    kind: 'choose',
    section: 'three-questions-at-the-door',
    ask: 'The cook shows a genuine token and asks the server to cancel a guest’s order, which cooks may not do. Which answer is right?',
    options: [
      {
        text: '401: the token is not good enough',
        why: 'The token is good. A 401 asks for proof of who is calling, and the cook has given it.',
      },
      {
        text: '403: known, and not allowed',
        isRight: true,
        why: 'Who it is, is not in doubt; whether they may is decided apart from that. Logging in again would change nothing.',
      },
      {
        text: '404: there is no such order',
        why: 'That is the answer for a stranger, who should not learn that the order is there. The cook has it on the ticket.',
      },
      {
        text: '200, since the page shows cooks no such button',
        why: 'What a page shows stops nobody who sends the request without it.',
      },
    ],
  },
  {
    id: 'guessing',
    kind: 'value',
    section: 'the-book-that-may-be-stolen',
    unit: 'hours',
    within: 0.5,
    make: (pick) => {
      const words = pick(3_600_000, 7_200_000, 18_000_000)
      const tries = pick(100, 50, 200)
      const hours = words / tries / 3600
      return {
        ask: `A stolen table holds salted password hashes. A machine tries ${tries} words a second, and its list has ${words.toLocaleString('en-GB')} words. How many hours does it take to go through the list for one guest?`,
        answer: hours,
        why: `${words.toLocaleString('en-GB')} words at ${tries} a second are ${hours.toLocaleString('en-GB')} hours. For the next guest it begins anew, because the salt is another. With a fast hash the same machine would be through before you had read this.`,
      }
    },
  },
  {
    id: 'log-out',
    kind: 'choose',
    section: 'a-name-in-a-book-or-a-letter-in-the-hand',
    ask: 'A signed token that is good for an hour was copied by somebody. You notice after ten minutes and log out. What about the copy?',
    options: [
      {
        text: 'It is refused from now on',
        why: 'It would be if the server looked something up that logging out has changed. A token that carries all of it is believed as before.',
      },
      {
        text: 'It works for fifty more minutes, unless the server keeps a list of what it no longer accepts',
        isRight: true,
        why: 'The signature still fits and the time is not over. Only a look-up can say no sooner, and then there is a book again.',
      },
      {
        text: 'It can no longer be decrypted',
        why: 'It was never encrypted. It is signed, and stays what it is.',
      },
      {
        text: 'The browser deletes it',
        why: 'Your browser deletes yours. The copy is somewhere else.',
      },
    ],
  },
  {
    id: 'alg',
    kind: 'line',
    section: 'a-letter-that-everybody-can-read',
    ask: 'A server checks a token. Which line lets a forger in?',
    code: [
      'const [head, claims, seal] = token.split(".")',
      'const { alg } = decode(head)',
      'const fits = verify(alg, `${head}.${claims}`, seal, key)',
      'if (!fits) throw new NotSignedInError()',
      'const { sub, exp } = decode(claims)',
      'if (exp * 1000 < Date.now()) throw new NotSignedInError()',
    ],
    faulty: 3,
    whys: [
      'Taking it apart does no harm. Nothing is believed yet.',
      'Reading the field does no harm either. It depends on what is done with it.',
      'The method of checking comes from what is to be checked. With “none” the forger has chosen that nothing is checked. The server has to say which methods it takes.',
      'It is right to stop here. The question is whether the check above was one.',
      'The claims are read after the seal was checked, which is the right way round.',
      'Without this line a token would be good for ever.',
    ],
  },
  {
    id: 'hops',
    kind: 'order',
    section: 'let-somebody-else-ask',
    ask: 'You sign in by an identity provider. Put the hops in their order.',
    steps: [
      'Plateful makes up state and a secret word, and sends your browser away with the word’s hash',
      'The provider asks who you are',
      'Your browser comes back with a code and the state',
      'Plateful sees that the state is the one it made up',
      'Plateful’s server exchanges the code, with the secret word, for tokens',
      'Plateful opens a session for you',
    ],
    why: 'The browser only ever carries a code. What opens something is fetched by the server itself, with a word that never left it until then.',
  },
]
