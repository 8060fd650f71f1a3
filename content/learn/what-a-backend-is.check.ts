import type { CheckQuestion } from '@/contracts/check-question'

export const questions: readonly CheckQuestion[] = [
  {
    id: 'fence',
    kind: 'choose',
    section: 'a-fence-in-the-page',
    ask: 'A form allows 1 to 20 portions, and its check works in every browser you try. May the server leave its own check out?',
    options: [
      {
        text: 'Yes, nothing wrong can leave the page',
        why: 'Everything can leave the page: you deleted its limits with one press. And a message need not come from a page at all.',
      },
      {
        text: 'Yes, if the form’s code is hidden well',
        why: 'A browser has to read the code in order to run it, so its reader can as well. Hiding slows somebody down once.',
      },
      {
        text: 'No, the page’s check is for honest guests only',
        isRight: true,
        why: 'It spares them a journey. Whoever relies on a check has to make it, and that is the server.',
      },
      {
        text: 'No, but then the form needs none',
        why: 'It is safe that way, and unkind: every slip would cost a journey to the server and back.',
      },
    ],
  },
  {
    id: 'charge',
    kind: 'value',
    section: 'one-cent-please',
    unit: 'cents',
    make: (pick) => {
      const bowls = pick(2, 3, 4)
      const told = pick('$0.01', '$1.00', '$99.00')
      return {
        ask: `On the real menu a bowl costs $12.50, and delivery is $2.40. A guest edits the page to say ${told} and orders ${bowls} bowls at the real checkout, which is sent the dish and the quantity. How many cents does it charge?`,
        answer: bowls * 1250 + 240,
        why: `What the page said was never sent, and would not have been believed: ${bowls} times 1,250 and once 240.`,
      }
    },
  },
  {
    id: 'stations',
    kind: 'order',
    section: 'three-pedals-one-engine',
    ask: 'A guest posts a comment on a dish. Put what the server does in its order.',
    steps: [
      'It finds out whose request this is',
      'It refuses a comment without text',
      'It looks whether any menu has that dish',
      'It writes the comment down',
      'It tells the page that it is kept',
    ],
    why: 'Who, what, whether, then the writing. Nothing is changed before everything that can refuse has had its say, and nothing is promised before it is written.',
  },
  {
    id: 'windows',
    kind: 'value',
    section: 'head-pocket-and-book',
    make: (pick) => {
      const inA = pick(3, 5, 2)
      const inB = pick(2, 4, 6)
      return {
        ask: `All counts begin at nought. You press +1 ${inA} times in window A and ${inB} times in window B of the same browser, then reload window A. What does its line “On the server” show?`,
        answer: inA + inB,
        why: `A page that is loaded asks the server, and there the presses of both windows were counted: ${inA} and ${inB}. In its own memory window A has nought.`,
      }
    },
  },
  {
    id: 'whose-price',
    kind: 'line',
    section: 'one-cent-please',
    ask: 'Which line lets a guest name the price?',
    code: [
      'const wish = await readOrder(request)',
      'const dish = await findDish(wish.dish)',
      'if (!dish) throw new UnknownDishError()',
      'const total = wish.quantity * wish.price',
      'await saveOrder({ dish: dish.id, total })',
    ],
    faulty: 4,
    whys: [
      'Reading what was sent is no fault. It becomes one when a wish is taken for a fact.',
      'This line does it right: the dish is looked up, and not believed.',
      'A dish that no menu has ends the matter here, as it should.',
      'The price is the page’s. The dish was looked up two lines above, and its own price would have been there for the taking.',
      'It saves what it is given. By now the wrong number is already in it.',
    ],
  },
]
