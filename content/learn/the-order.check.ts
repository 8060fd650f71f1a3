import type { CheckQuestion } from '@/contracts/check-question'

export const questions: readonly CheckQuestion[] = [
  {
    id: 'time-out',
    kind: 'choose',
    section: 'when-something-breaks',
    ask: 'You press “Place order”. After ten seconds the page says that no answer came. What is true?',
    options: [
      {
        text: 'There is no order',
        why: 'That is one of the possibilities. The request may never have arrived, but you cannot tell that from silence.',
      },
      {
        text: 'There is an order',
        why: 'Perhaps. The answer may have been lost on its way back, but the request may have been lost on its way there just as well.',
      },
      {
        text: 'There may or may not be one, and asking again with the same key settles it',
        isRight: true,
        why: 'Silence says nothing about what happened. With the same key a second request either places the order or returns the first answer.',
      },
      {
        text: 'There are two',
        why: 'Not from one request. Two come into being when the page asks again without a key.',
      },
    ],
  },
  {
    id: 'order-of-steps',
    kind: 'order',
    section: 'what-the-server-does-before-it-says-yes',
    ask: 'Put what happens to an order in its order.',
    steps: [
      'The server looks up the price of each dish',
      'The transaction commits',
      'The guest reads “confirmed”',
      'The kitchen’s webhook is called',
      'The ticket is printed',
    ],
    why: 'The promise is written down first, the guest is told next, and the kitchen is told by a message that was saved together with the order.',
  },
  {
    id: 'requests',
    kind: 'value',
    section: 'are-we-there-yet',
    unit: 'requests',
    make: (pick) => {
      const every = pick(5, 2, 10)
      const screens = pick(200, 50, 1000)
      return {
        ask: `${screens.toLocaleString('en-GB')} guests wait for their food, and each page polls every ${every} seconds. Nothing happens for a minute. How many requests does the server answer in that minute?`,
        answer: (60 / every) * screens,
        why: `Each page asks ${60 / every} times a minute, whether or not there is news. With server-sent events it would be none: the ${screens.toLocaleString('en-GB')} lines stay open and silent.`,
      }
    },
  },
  {
    id: 'without-key',
    kind: 'line',
    section: 'when-something-breaks',
    ask: 'A page places an order and tries again when no answer comes. Which line may cook two dinners?',
    code: [
      'for (let attempt = 1; attempt <= 3; attempt++) {',
      '  const key = crypto.randomUUID()',
      '  const reply = await order(basket, key).catch(() => null)',
      '  if (reply) return reply',
      '  await wait(2 ** attempt * 1000)',
      '}',
    ],
    faulty: 2,
    whys: [
      'Three tries are a reasonable number. What they carry is the matter.',
      'A new key for each try: to the server these are three different orders. The key has to be made once, before the loop.',
      'This line sends the order and treats a lost answer as no answer, which is honest.',
      'An answer ends the matter, be it the first or the third try that got it.',
      'Waiting longer each time is kind to a server that has trouble.',
      'The end of the loop: after three tries the page should say that it does not know.',
    ],
  },
]
