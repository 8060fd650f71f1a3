import type { CheckQuestion } from '@/contracts/check-question'

export const questions: readonly CheckQuestion[] = [
  {
    id: 'broken-slip',
    kind: 'choose',
    section: 'when-the-slip-is-wrong',
    ask: 'A request gets 400, and there is no trace of it in the backend. What is the likeliest reason?',
    options: [
      {
        text: 'The bytes were no HTTP request, so no code of the site was asked',
        isRight: true,
        why: 'What reads the bytes off the connection refused them. A trace begins where a door is opened, and none was.',
      },
      {
        text: 'The path does not exist',
        why: 'A path that leads nowhere is 404. The request was understood, and looked for.',
      },
      {
        text: 'The body was JSON that makes no sense',
        why: 'Then a door had read it and found the place: 422, with steps in its trace.',
      },
      {
        text: 'The server has crashed',
        why: 'A server that has crashed answers nothing. A 400 is a sign of health.',
      },
    ],
  },
  {
    id: 'head-lines',
    kind: 'line',
    section: 'a-slip-of-paper',
    ask: 'The server waits for more, and at last gives up. Which line is to blame?',
    code: [
      'POST /api/orders HTTP/1.1',
      'Host: plateful.example',
      'Content-Type: application/json',
      'Content-Length: 500',
      '',
      '{"restaurant":"lantern-noodle-house"}',
    ],
    faulty: 4,
    whys: [
      'A method, a path and a version, one space between them: as it should be.',
      'HTTP/1.1 asks for exactly one of these, and there it is.',
      'It says what kind of text the body is, and nothing of its length.',
      'It promises 500 bytes, and 37 come. The server believes the promise and waits for the rest.',
      'The empty line ends the head. Without it the server would wait as well, but it is there.',
      'The body is well formed. It is shorter than what was promised of it, and that is not its fault.',
    ],
  },
  {
    id: 'twelve-sums',
    kind: 'value',
    section: 'one-waiter-many-tables',
    unit: 'ms',
    make: (pick) => {
      const count = pick(12, 8, 20)
      const each = pick(50, 30, 100)
      return {
        ask: `${count} requests arrive at the same moment at a server with one thread. Each computes for ${each} ms and never waits. After how many milliseconds is the last one answered, at the earliest?`,
        answer: count * each,
        why: `Computing needs the thread itself, so the sums are done one after the other: ${count} times ${each} ms. If each of them only waited ${each} ms for a database, all could wait at the same time.`,
      }
    },
  },
  {
    id: 'second-server',
    kind: 'choose',
    section: 'what-the-waiter-remembers',
    ask: 'A site counts wrong passwords in a variable and locks an account after five. Then it is served by two processes instead of one. What changes?',
    options: [
      {
        text: 'A thief may have about twice as many guesses, and more after each restart',
        isRight: true,
        why: 'Each process counts what it saw itself, and a restart begins at nothing. A count that has to hold for all belongs where all of them look.',
      },
      {
        text: 'Nothing: both run the same code',
        why: 'The same code, with memory of its own in each process. Ask server B in the lab what server A was told.',
      },
      {
        text: 'Accounts are locked after two or three wrong passwords',
        why: 'It is the other way round: each process sees only some of the tries, so each of them counts too few.',
      },
      {
        text: 'It works if the variable is global',
        why: 'Global means: for the whole program that runs. The other process is another program that runs.',
      },
    ],
  },
  {
    id: 'round',
    kind: 'order',
    section: 'a-round-from-door-to-door',
    ask: 'Put the round of a request in its order.',
    steps: [
      'Bytes are read until the head is whole',
      'The server finds out who is asking',
      'The body is read and held against what makes sense',
      'What has to last is written down',
      'The status code leaves',
    ],
    why: 'Nothing is believed before it is read, nothing is done before it is known for whom, and nothing is promised before it is written down.',
  },
]
