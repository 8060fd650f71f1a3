import { expect, test } from 'vitest'
import { answerOf } from './answer-of'
import { hexRowsOf, linesOf } from './bytes'
import { fieldsIn, partsOf, textOf } from './message-parts'

test('each line of a message shows the bytes that end it', () => {
  expect(linesOf('GET / HTTP/1.1\r\nHost: x\n\r\n\r\u00c3\u00a9')).toEqual([
    { text: 'GET / HTTP/1.1', end: 'CR LF' },
    { text: 'Host: x', end: 'LF' },
    { text: '', end: 'CR LF' },
    { text: '', end: 'CR' },
    { text: 'é', end: '' },
  ])
})

test('a line that is too long to read is cut, and says by how much', () => {
  const [line] = linesOf('a'.repeat(17_000))
  expect(line?.text.endsWith('… and 13,000 more')).toBe(true)
})

test('bytes in rows have their place, their numbers and their letters', () => {
  expect(hexRowsOf('Soup\r\n\u00e9!', 8, 4)).toEqual([
    { at: '0000', hex: '53 6f 75 70', text: 'Soup' },
    { at: '0004', hex: '0d 0a e9 21', text: '···!' },
  ])
  expect(hexRowsOf('x'.repeat(100), 8, 4)).toHaveLength(2)
})

test('a request is taken apart and put together without a change', () => {
  const text = 'POST /api/orders HTTP/1.1\nHost: x\nA: b\n\n{"a":1}\n\n'
  expect(partsOf(text)).toEqual({
    method: 'POST',
    path: '/api/orders',
    version: 'HTTP/1.1',
    headers: 'Host: x\nA: b',
    body: '{"a":1}\n\n',
  })
  expect(textOf(partsOf(text))).toBe(text)
  expect(textOf(partsOf('GET / HTTP/1.0\n\n'))).toBe('GET / HTTP/1.0\n\n')
  expect(fieldsIn('Host: x\nno field\nA:b')).toEqual([
    ['Host', 'x'],
    ['A', 'b'],
  ])
})

test('the answer is the first that is final, whatever came before it', () => {
  const id = '4bf92f3577b34da6a3ce929d0e0e4736'
  const answer = answerOf(
    `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 405 Method Not Allowed\r\nAllow: GET\r\nServer-Timing: see-who-is-asking;dur=0.10\r\ntraceresponse: 00-${id}-00f067aa0ba902b7-01\r\n\r\nno`,
  )
  expect(answer).toMatchObject({
    status: 405,
    reason: 'Method Not Allowed',
    body: 'no',
    before: [100],
    traceId: id,
  })
  expect(answer?.headers.get('allow')).toBe('GET')
  expect(answerOf('')).toBeNull()
  expect(answerOf('HTTP/1.1 200 OK\r\n')).toBeNull()
  expect(answerOf('soup\r\n\r\n')).toBeNull()
})
