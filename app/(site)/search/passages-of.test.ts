import { expect, test } from 'vitest'
import { passagesOf } from './passages-of'

test('the words of a chapter stand under the heading where they are read', () => {
  expect(
    passagesOf(
      [
        '<Lede>An order has to be *somewhere*.</Lede>',
        '',
        '<Lab name="index" />',
        '',
        '## A clerk who `never` guesses',
        '',
        '<Note title="An index is not free">Each `INSERT` files two.</Note>',
        'The <Term id="transaction">transaction</Term> is [all or none](/labs/x).',
        '',
        '- one {1 + { a: 1 }.a} point',
        '',
        '```sql',
        'SELECT * FROM order_lines -- ## not a heading',
        '```',
        '### Who gets the last portion?',
        'Nobody, <Figure name="a" caption="A > b" wide={true} />or `<b>` a guest.',
      ].join('\n'),
    ),
  ).toEqual([
    { id: '', title: '', text: 'An order has to be somewhere.' },
    {
      id: 'a-clerk-who-never-guesses',
      title: 'A clerk who never guesses',
      text: 'An index is not free. Each INSERT files two. The transaction is all or none. one point SELECT * FROM order_lines -- ## not a heading',
    },
    {
      id: 'who-gets-the-last-portion',
      title: 'Who gets the last portion?',
      text: 'Nobody, A > b. or <b> a guest.',
    },
  ])
})
