import { expect, it } from 'vitest'
import type { Part } from '@/contracts/parts'
import { medianOf } from '@/components/plot/median'
import { cellOf, emptyLog, withTold, type Log } from './log'
import type { Told } from './reader'

const start = Date.parse('2026-11-23T20:00:00.000Z')
const toServer = (at: number) => start + at

function heard(part: Part, id: number, writtenAt: number, at: number): Told {
  const data = {
    order: 'ord_1',
    status: 'accepted' as const,
    at: new Date(start + writtenAt).toISOString(),
    by: 'kitchen' as const,
    traceId: null,
  }
  return {
    kind: 'event',
    part,
    at,
    event: { id, event: 'order.accepted', data },
  }
}

function play(...all: Told[]): Log {
  return all.reduce((log, told) => withTold(log, told, toServer), emptyLog)
}

const rowsOf = (log: Log) => log.rows.filter((row) => row.kind === 'event')

it('an event is one row, however many screens read it', () => {
  const log = play(heard('guest', 7, 0, 9), heard('courier', 7, 0, 12))
  expect(rowsOf(log)).toHaveLength(1)
  expect(log.events).toBe(1)
  const [row] = rowsOf(log)
  if (row?.kind !== 'event') throw new Error('no row')
  expect(cellOf(row, 'guest', log)).toMatchObject({ kind: 'came', afterMs: 9 })
  expect(cellOf(row, 'courier', log)).toMatchObject({ afterMs: 12 })
  expect(cellOf(row, 'kitchen', log)).toEqual({ kind: 'sent', afterMs: null })
})

it('what was written while a line was cut is missed, and then sent again', () => {
  const cut = play(
    heard('courier', 1, 0, 5),
    { kind: 'cut', part: 'courier', at: 100 },
    heard('guest', 2, 200, 208),
  )
  const [, missed] = rowsOf(cut)
  if (missed?.kind !== 'event') throw new Error('no row')
  expect(cellOf(missed, 'courier', cut)).toEqual({ kind: 'missed' })

  const told: Told[] = [
    { kind: 'resumed', part: 'courier', at: 6_100, lastEventId: 1 },
    heard('courier', 2, 200, 6_110),
    heard('courier', 3, 7_000, 7_004),
  ]
  const back = told.reduce((log, one) => withTold(log, one, toServer), cut)
  const [, again, fresh] = rowsOf(back)
  if (again?.kind !== 'event' || fresh?.kind !== 'event')
    throw new Error('no rows')
  expect(cellOf(again, 'courier', back)).toMatchObject({ isLate: true })
  expect(cellOf(fresh, 'courier', back)).toMatchObject({ isLate: false })
  expect(back.rows.find((row) => row.kind === 'resumed')).toMatchObject({
    lastEventId: 1,
    sentAgain: 1,
  })
  // A wait is no delay of the stream.
  expect(medianOf(back.delays)).toBe(5)
  expect(back.doubled).toBe(0)
})

it('rows stand in the order in which they were written', () => {
  const log = play(
    heard('guest', 2, 50, 60),
    { kind: 'cut', part: 'guest', at: 70 },
    heard('courier', 1, 10, 90),
  )
  expect(
    log.rows.map((row) => (row.kind === 'event' ? row.id : row.kind)),
  ).toEqual([1, 2, 'lost'])
})
