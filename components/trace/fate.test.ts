import { expect, it } from 'vitest'
import { decidedBy, fateOf } from './fate'
import { statementSpan, testSpan } from './testing'

const failed = { status: { code: 'error' as const } }

function ended(...ends: ReturnType<typeof statementSpan>[]) {
  const insert = statementSpan('insert', 't', 2, 'INSERT INTO orders')
  const spans = [statementSpan('begin', 't', 1, 'BEGIN'), insert, ...ends]
  return { spans, insert }
}

it('outside of a transaction a change counts at once', () => {
  const span = statementSpan('alone', null, 1, 'INSERT INTO orders')
  expect(fateOf([span], span)).toEqual({ kind: 'at once' })
})

it('inside of one it counts from the COMMIT on', () => {
  const commit = statementSpan('commit', 't', 3, 'COMMIT')
  const { spans, insert } = ended(commit)
  expect(fateOf(spans, insert)).toEqual({ kind: 'counts later', at: commit })
  expect(fateOf(spans, commit)).toEqual({ kind: 'commits' })
  expect(decidedBy(spans, commit)).toContain(insert)
})

it('a COMMIT that fails decides nothing; the ROLLBACK after it does', () => {
  const commit = statementSpan('commit', 't', 3, 'COMMIT', {}, failed)
  const rollback = statementSpan('rollback', 't', 4, 'ROLLBACK')
  const { spans, insert } = ended(commit, rollback)
  expect(fateOf(spans, insert)).toEqual({
    kind: 'taken back later',
    at: rollback,
  })
})

it('going back to a savepoint does not end the transaction', () => {
  const back = statementSpan('back', 't', 3, 'ROLLBACK TO sp1')
  const commit = statementSpan('commit', 't', 4, 'COMMIT')
  const { spans, insert } = ended(back, commit)
  expect(fateOf(spans, insert)).toMatchObject({ kind: 'counts later' })
})

it('without a recorded end the span around it tells, or nothing does', () => {
  const { spans, insert } = ended()
  expect(fateOf(spans, insert)).toEqual({ kind: 'not known' })
  const around = testSpan('t', null, 0, 9, failed)
  expect(fateOf([...spans, around], insert)).toEqual({
    kind: 'taken back later',
    at: null,
  })
})

it('two transactions under one span do not share their fate', () => {
  const { spans, insert } = ended(
    statementSpan('rollback', 't', 3, 'ROLLBACK'),
    statementSpan('begin 2', 't', 4, 'BEGIN'),
    statementSpan('insert 2', 't', 5, 'INSERT INTO orders'),
    statementSpan('commit 2', 't', 6, 'COMMIT'),
    statementSpan('after', 't', 7, 'INSERT INTO orders'),
  )
  const second = spans.find(({ spanId }) => spanId === 'insert 2') ?? insert
  const after = spans.find(({ spanId }) => spanId === 'after') ?? insert
  expect(fateOf(spans, insert)).toMatchObject({ kind: 'taken back later' })
  expect(fateOf(spans, second)).toMatchObject({ kind: 'counts later' })
  expect(fateOf(spans, after)).toEqual({ kind: 'at once' })
})
