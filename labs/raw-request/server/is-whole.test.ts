import { expect, test } from 'vitest'
import { isWhole } from './is-whole'

const head = (...lines: string[]) => `${lines.join('\r\n')}\r\n\r\n`

test('an answer is whole when its body is as long as its head says', () => {
  const started = head('HTTP/1.1 200 OK', 'Content-Length: 5')
  expect(isWhole('HTTP/1.1 200 OK\r\n', false)).toBe(false)
  expect(isWhole(started, false)).toBe(false)
  expect(isWhole(`${started}soup`, false)).toBe(false)
  expect(isWhole(`${started}soups`, false)).toBe(true)
})

test('an answer in chunks is whole with the chunk that is empty', () => {
  const started = head('HTTP/1.1 200 OK', 'transfer-encoding: chunked')
  expect(isWhole(`${started}4\r\nsoup\r\n`, false)).toBe(false)
  expect(isWhole(`${started}4\r\nsoup\r\n0\r\n\r\n`, false)).toBe(true)
  expect(isWhole(`${started}0\r\n\r\n`, false)).toBe(true)
})

test('an answer that has no body is whole with its head', () => {
  const sized = head('HTTP/1.1 200 OK', 'Content-Length: 5')
  expect(isWhole(sized, true)).toBe(true)
  expect(isWhole(head('HTTP/1.1 304 Not Modified'), false)).toBe(true)
  expect(isWhole(head('HTTP/1.1 204 No Content'), false)).toBe(true)
})

test('"continue" is no answer yet', () => {
  const goOn = head('HTTP/1.1 100 Continue')
  expect(isWhole(goOn, false)).toBe(false)
  expect(isWhole(goOn + head('HTTP/1.1 204 No Content'), false)).toBe(true)
})

test('an answer without a length is never known to be whole', () => {
  expect(isWhole(head('HTTP/1.0 200 OK'), false)).toBe(false)
})
