import type { CheckQuestion } from '@/contracts/check-question'

export const questions: readonly CheckQuestion[] = [
  {
    id: 'scan',
    kind: 'choose',
    section: 'finding-one-slip-among-100000',
    ask: 'A query plan says SCAN orders. The table grows to twice its size, and the guest who is asked about has ordered nothing new. What doubles?',
    options: [
      {
        text: 'The rows that are read',
        isRight: true,
        why: 'A scan reads every row, whether or not it is one that was asked for.',
      },
      {
        text: 'The rows that are returned',
        why: 'The guest has as many orders as before. The answer is the same; the way to it is longer.',
      },
      {
        text: 'The size of the index',
        why: 'An index may well have grown with the table, but this plan does not use one.',
      },
      {
        text: 'Nothing, a database is fast enough',
        why: 'Each row is quick to read, and there are twice as many. At some size you notice.',
      },
    ],
  },
  {
    id: 'pencil',
    kind: 'order',
    section: 'both-or-neither',
    ask: 'An order is saved in one transaction, and nothing goes wrong. Put what happens in its order.',
    steps: [
      'BEGIN: from here on everything is in pencil',
      'The portions leave the shelf',
      'The order enters the book',
      'COMMIT: the log holds all of it, under one mark',
      'The guest reads “confirmed”',
    ],
    why: 'Both writes come before the commit, and nobody is told anything before the commit is safe. Cut the power before that line and the next start finds pencil only.',
  },
  {
    id: 'lost',
    kind: 'line',
    section: 'who-gets-the-last-portion',
    ask: 'Two guests run this at the same moment, and both are promised the last portion. Which line has to change so that it cannot happen?',
    code: [
      'const left = await readLeft(dish)',
      'if (left < 1) throw new SoldOutError(dish)',
      'const fewer = left - 1',
      'await setLeft(dish, fewer)',
      'await saveOrder(guest, dish)',
    ],
    faulty: 4,
    whys: [
      'Reading does no harm. The harm is to believe, later, that it is still so.',
      'The decision is right for what was read. It is old by the time it is used.',
      'A sum on a number that is in the program’s own memory: nobody else can disturb it, and nobody else’s change is in it.',
      'It writes a number that was worked out from an old look, whatever the shelf says by now. With SET left = left - 1 WHERE dish = ? AND left >= 1, and a look at the rows changed, the database decides.',
      'The promise is only as good as the line before it.',
    ],
  },
  {
    id: 'walks',
    kind: 'value',
    section: 'one-slip-or-fifty-one',
    unit: 'ms',
    make: (pick) => {
      const orders = pick(50, 25, 99)
      const way = pick(5, 2, 20)
      return {
        ask: `A page lists ${orders} orders: one statement for the list, one more for the lines of each. The way to the database and back takes ${way} ms, and the statements themselves next to nothing. How many milliseconds go by on the way?`,
        answer: (orders + 1) * way,
        why: `${orders} + 1 statements, ${way} ms each: ${(orders + 1) * way} ms. One statement with a join would walk once, and take ${way} ms.`,
      }
    },
  },
  {
    id: 'beside',
    kind: 'choose',
    section: 'whose-words-are-on-the-slip',
    ask: 'Why does an attack in a parameter do nothing?',
    options: [
      {
        text: 'The database takes the dangerous signs out of it',
        why: 'Nothing is taken out. A guest called O’Brien is stored with the apostrophe, as they should be.',
      },
      {
        text: 'The statement is fixed before the value comes, and the value is never read as SQL',
        isRight: true,
        why: 'The two are handed over apart. A quotation mark in the value ends nothing, because there is no text for it to end.',
      },
      {
        text: 'The page refuses to send it',
        why: 'Whoever attacks does not use the page. The request comes with any text they like.',
      },
      {
        text: 'It is found by looking for words such as DROP',
        why: 'Such lists stop honest guests and let patient attackers through. Here nobody looks for words at all.',
      },
    ],
  },
]
