type Preset = { words: string; title: string; line: string }

/** What may be typed, from what any guest types to what attackers do. */
export const presets: Preset[] = [
  {
    words: 'noodle',
    title: 'A hungry guest',
    line: 'wants noodles.',
  },
  {
    words: "O'Brien",
    title: 'An honest name',
    line: 'with a sign in it that SQL uses too.',
  },
  {
    words: "' OR 1=1 --",
    title: 'A condition that always holds',
    line: 'and a comment that hides the rest.',
  },
  {
    words: "' UNION SELECT name, address FROM guests --",
    title: 'A second question',
    line: 'about a table that the search is not for.',
  },
  {
    words: "'; DROP TABLE guests --",
    title: 'A second statement',
    line: 'that takes a table away.',
  },
  {
    words: "'; UPDATE dishes SET price = '0.01' --",
    title: 'A sale that nobody decided',
    line: 'changes every price.',
  },
  {
    words:
      "' UNION SELECT count(*), 0 FROM (WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c) --",
    title: 'A count without end',
    line: 'keeps the database busy for ever.',
  },
  {
    words: "' UNION SELECT hex(zeroblob(100000000)), 0 --",
    title: 'A memory bomb',
    line: 'asks for 200 million letters at once.',
  },
]
