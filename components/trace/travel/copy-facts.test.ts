import { expect, test } from 'vitest'
import { publicCopyOf } from '@/contracts/public-copy'
import { change, statementSpan, testSpan } from '../testing'
import { copyFacts } from './copy-facts'

const sandbox = `sbx_${'a'.repeat(32)}`
const request = {
  startLine: 'POST /api/orders HTTP/1.1',
  headers: [
    ['Cookie', 'sandbox=…1f2e (214 characters)'],
    ['User-Agent', 'Garden/7.1'],
    ['Content-Type', 'application/json'],
  ] as [string, string][],
  body: `{"note":"</script>","sandbox":"${sandbox}"}`,
  bodyBytes: 80,
}
const trace = {
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  truncated: false,
  spans: [
    testSpan('a', null, 0, 9, {
      wire: { request },
      attributes: { 'user_agent.original': 'Garden/7.1', 'url.path': '/x' },
    }),
    statementSpan('b', 'a', 1, 'insert into orders', {
      parameters: [sandbox, 'eyJhbGciOiJI.eyJzdWIiOiJzYng.c2lnbmF0dXJl'],
      changes: [change(null, { sandbox_id: sandbox, note: '</script>' }, 'o')],
      rows: [{ note: '</script>' }, { note: null }],
    }),
  ],
}
const copy = publicCopyOf(trace, sandbox)

test('what is told of a copy is what stands in it', () => {
  expect(copyFacts(copy)).toMatchObject({
    spans: 2,
    services: ['plateful'],
    messages: [{ line: 'POST /api/orders HTTP/1.1', count: 1 }],
    maskedFields: ['cookie', 'user-agent'],
    statements: 1,
    tables: [{ name: 'o', changed: 1, read: 0 }],
    texts: [{ column: 'note', text: '</script>' }],
    bytes: JSON.stringify(copy).length + 2 * 3,
  })
})

test('a copy holds no id of a sandbox, no token, no tail of a secret, no browser', () => {
  const text = JSON.stringify(copy)
  for (const secret of [sandbox, 'eyJ', '1f2e', 'Garden'])
    expect(text).not.toContain(secret)
  expect(text).toContain('sandbox=… (214 characters)')
  expect(copy.spans[0]?.attributes).toEqual({ 'url.path': '/x' })
  // The trace itself is left as it was.
  expect(JSON.stringify(trace)).toContain(sandbox)
})

test('a copy calls every guest a guest, however their name is written down', () => {
  const name = 'Zoë "Z" </b>'
  const body = JSON.stringify({ guest: { id: 'mem_1', name }, note: name })
  const spans = [
    testSpan('a', null, 0, 9, { wire: { request: { ...request, body } } }),
    statementSpan('b', 'a', 1, 'insert into orders', {
      parameters: [name, 'ord_1'],
      changes: [
        change(null, { guest_name: name }, 'orders'),
        change(null, { body: JSON.stringify({ body }) }, 'replies'),
        change(null, { name, dish: 'tea' }, 'members'),
      ],
    }),
  ]
  const shared = publicCopyOf({ ...trace, spans }, sandbox)
  // What they wrote into the note is theirs to share, and was shown to them.
  const { wire, sql } = {
    wire: shared.spans[0]?.wire,
    sql: shared.spans[1]?.sql,
  }
  expect(JSON.parse(wire?.request?.body ?? '')).toEqual({
    guest: { id: 'mem_1', name: 'a guest' },
    note: name,
  })
  expect(sql?.parameters).toEqual(['a guest', 'ord_1'])
  expect(sql?.changes?.map(({ after }) => after)).toEqual([
    { guest_name: 'a guest' },
    { body: expect.stringContaining('\\"name\\":\\"a guest\\"') },
    { name: 'a guest', dish: 'tea' },
  ])
})

test('a copy of a copy is the same copy', () => {
  expect(publicCopyOf(copy, sandbox)).toEqual(copy)
  expect(publicCopyOf(trace, '').spans[1]?.sql?.parameters[0]).toBe(sandbox)
})
