import { expect, test } from 'vitest'
import type { CutOutcome, Drawers, PowerCutReport } from '@/contracts/power-cut'
import recording from '@/recordings/power-cut.json'
import { answerOf, fateOf, questionOf } from './answer'
import { isReport } from './send-power-cut'
import { writes } from './words'

function outcome(left: Drawers): CutOutcome {
  const log = { bytes: 0, pages: 0, committed: 0 }
  const run = { sent: [], pid: 1, signal: 'SIGKILL', aliveMs: 1, reopenMs: 1 }
  return { ...run, own: left, others: left, left, log, integrity: 'ok' }
}
function report(alone: Drawers, together: Drawers): PowerCutReport {
  const both = { alone: outcome(alone), together: outcome(together) }
  return { moment: 'between', program: '', ...both }
}
const nothing = { portions: 14, orders: 0 }
const half = { portions: 12, orders: 0 }
const both = { portions: 12, orders: 1 }

test('the answer is what both ways have left, and "it depends" when they differ', () => {
  expect(answerOf(report(half, nothing)).ids).toEqual(['depends'])
  expect(answerOf(report(nothing, nothing)).ids).toEqual(['nothing'])
  expect(answerOf(report(both, nothing)).ids).toEqual(['depends'])
  expect(answerOf(report(both, both)).ids).toEqual(['both'])
  expect(answerOf(report(half, nothing)).said).toBe(
    'After the restart: run alone, 12 portions, 0 rows in orders; in a transaction, 14 portions, 0 rows in orders.',
  )
})

test('what neither way promises is called neither whole nor half', () => {
  expect(fateOf({ portions: 14, orders: 1 })).toBe('other')
  expect(fateOf({ portions: 13, orders: 0 })).toBe('other')
})

test('every recorded run can be shown, and its answer is among the options', () => {
  for (const one of recording.reports) {
    if (!isReport(one)) throw new Error(`${one.moment} cannot be shown`)
    const offered = questionOf(one.moment).options.map(({ id }) => id)
    expect(offered).toEqual(expect.arrayContaining([...answerOf(one).ids]))
  }
})

test('the statements on the page are those of the program', () => {
  for (const { program } of recording.reports)
    for (const sql of writes) expect(program).toContain(sql)
})
