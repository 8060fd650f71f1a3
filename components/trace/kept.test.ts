import { expect, it } from 'vitest'
import { keptWithin } from './kept'
import { change, statementSpan, testSpan } from './testing'

const added = { changes: [change(null, { dish: 'ramen', left: 9 })] }

function door(end: 'COMMIT' | 'ROLLBACK') {
  const server = testSpan('door', null, 0, 20, { kind: 'server' })
  const spans = [
    server,
    testSpan('t', 'door', 1, 9),
    statementSpan('begin', 't', 2, 'BEGIN'),
    statementSpan('insert', 't', 3, 'INSERT INTO portions', added),
    statementSpan('end', 't', 5, end),
  ]
  return { server, spans }
}

it('what committed is kept, since its COMMIT was through', () => {
  const { server, spans } = door('COMMIT')
  const kept = keptWithin(spans, server)
  expect(kept?.sinceMs).toBe(5.5)
  expect(kept?.tables).toMatchObject([{ name: 'portions', added: 1 }])
})

it('of what was rolled back nothing is kept', () => {
  const { server, spans } = door('ROLLBACK')
  expect(keptWithin(spans, server)).toBeNull()
})
