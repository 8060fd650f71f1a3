import { expect, test } from 'vitest'
import type { Reply } from './ask'
import { deeds } from './deeds'
import { boardOf, progressOf } from './families'

const reply = (status: number, first = status): Reply => ({
  status,
  first,
  reason: '',
  headers: new Headers(),
  asked: [],
  told: [],
  body: '',
  traceId: null,
  ms: null,
})

test('each code that came stands in its family, once, with the deeds that caused it', () => {
  const board = boardOf(
    new Map([
      ['order', reply(201)],
      ['lost', reply(404)],
      ['menu', reply(200)],
      ['may-i', reply(201, 100)],
    ]),
  )
  expect(board.map(({ squares }) => squares)).toEqual([
    [{ code: 100, deeds: ['may-i'] }],
    [
      { code: 200, deeds: ['menu'] },
      { code: 201, deeds: ['order', 'may-i'] },
    ],
    [],
    [{ code: 404, deeds: ['lost'] }],
    [],
  ])
  expect(progressOf(board)).toBe('4 status codes, from 3 of five families.')
})

test('an empty board says so', () => {
  expect(progressOf(boardOf(new Map()))).toContain('empty')
  expect(progressOf(boardOf(new Map([['menu', reply(200)]])))).toBe(
    '1 status code, from 1 of five families.',
  )
})

test('no two deeds have the same name', () => {
  expect(new Set(deeds.map(({ id }) => id)).size).toBe(deeds.length)
})
