import type { CheckQuestion } from '@/contracts/check-question'

export const questions: readonly CheckQuestion[] = [
  {
    id: 'calls',
    kind: 'value',
    section: 'somebody-elses-weather',
    unit: 'calls',
    make: (pick) => {
      const guests = pick(20, 12, 50)
      const failures = pick(3, 4, 5)
      return {
        ask: `A service is down and fails at once. ${guests} guests want something from it within a few seconds, one after the other. For each of them it is asked, and asked once more when that fails. After ${failures} guests in a row who got nothing, the circuit breaker opens for half a minute. How many calls does the service get?`,
        answer: failures * 2,
        why: `${failures} guests with two calls each, and then the breaker is open: ${failures * 2}. Without it there would be ${guests * 2}, each of them for nothing.`,
      }
    },
  },
  {
    id: 'by-number',
    kind: 'choose',
    section: 'things-with-names',
    ask: 'A list shows ten orders a page, the newest first, and pages are counted by number. You read the first page. Two orders come in. You ask for page 2. What do you see?',
    options: [
      {
        text: 'The next ten orders, as if nothing had happened',
        why: 'That is what a cursor does: it remembers where you were. A number counts from the top, and the top has moved.',
      },
      {
        text: 'The two new orders, and eight others',
        why: 'The new ones stand at the top of page 1, which you have left.',
      },
      {
        text: 'The last two orders of page 1 again, and eight others',
        isRight: true,
        why: 'Everything has moved down by two lines, so the tenth and the ninth of your page are the twelfth and the eleventh now. Were orders taken away instead, you would miss some.',
      },
      {
        text: 'An error, since the list has changed',
        why: 'The server does not know which list you have seen. To it, page 2 is page 2.',
      },
    ],
  },
  {
    id: 'receive',
    kind: 'order',
    section: 'do-not-call-us',
    ask: 'A message arrives at the kitchen’s door. Put what happens to it in its order.',
    steps: [
      'The body is taken as it came, byte for byte',
      'Signature and time are checked',
      'The id is looked for among those that were seen',
      'The ticket is printed, and the id kept with it',
      'The sender is answered: 204',
    ],
    why: 'Nothing of a message counts before it is proven, and the proof is about bytes, so nobody may tidy them first. The sender is told last: if the power goes before that, they send it again, and the id is known.',
  },
  {
    id: 'too-strict',
    kind: 'line',
    section: 'changing-a-promise',
    ask: 'Tomorrow the answer of this API will have one field more, which breaks nobody. It breaks this client. By which line?',
    code: [
      'const reply = await fetch(address)',
      'const order = await reply.json()',
      'if (Object.keys(order).length !== 10) throw new Error("no order")',
      'title.textContent = order.restaurant.name',
      'price.textContent = dollars(order.total)',
    ],
    faulty: 3,
    whys: [
      'Asking is the same as before.',
      'Whatever comes is read; what is more than expected does no harm here.',
      'It checks what it has no use for. A client should check the fields that it reads, and pass over the others.',
      'It reads a field that is still there, under the same name.',
      'It reads a field that is still there, of the same type.',
    ],
  },
  {
    id: 'null',
    kind: 'choose',
    section: 'changing-a-promise',
    ask: 'Which of these changes breaks a client that was right before?',
    options: [
      {
        text: 'There is a new address beside the old ones',
        why: 'Who does not know of it does not ask there.',
      },
      {
        text: 'A number in the answer may be null from now on',
        isRight: true,
        why: 'The client was promised a number and reckons with it. This gives less: one promise is taken back, although no field is gone.',
      },
      {
        text: 'A field of the question may be left out from now on',
        why: 'That asks for less. Whoever still sends it is as welcome as before.',
      },
      {
        text: 'The longest allowed note grows from 500 to 1,000 letters',
        why: 'Of a question, a wider limit asks for less. Every note that was short enough still is.',
      },
    ],
  },
]
