import { expect, test } from 'vitest'
import recording from '@/recordings/place-order.json'
import { Trace } from '@/contracts/trace'
import { showOf, stageRows } from './show'

const trace = Trace.parse(recording.trace)
const show = showOf(trace.traceId, trace.spans)

test('the recorded order fits the stage, and none of its spans is lost', () => {
  expect(show.chart.rows.length).toBeLessThanOrEqual(stageRows)
  const drawn = show.chart.rows.flatMap(({ id, bits }) => [
    id,
    ...bits.map((bit) => bit.id),
  ])
  const backstage = trace.spans.filter(({ service }) => service !== 'browser')
  expect(drawn.length).toBeGreaterThan(backstage.length / 2)
})

test('both tickets, every station and the travel times come from the trace', () => {
  expect(show.request?.startLine).toMatch(/^POST \/api\/orders/)
  expect(show.response?.startLine).toMatch(/ 201/)
  expect(new Set(show.visits.map(({ station }) => station)).size).toBe(6)
  expect(show.travel?.requestMs).toBeGreaterThanOrEqual(0)
  expect(show.isDelivered).toBe(true)
})

test('the story is told in the order in which it happened', () => {
  const starts = show.lines.map(({ startMs }) => startMs)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
  expect(show.lines.length).toBeGreaterThan(8)
})

test('an answer that broke off is told apart from one that came', () => {
  expect(show.isLost).toBe(false)
  const spans = trace.spans.map((span) =>
    span.service === 'browser' && span.kind === 'client'
      ? {
          ...span,
          attributes: { ...span.attributes, 'error.type': 'no-answer' },
        }
      : span,
  )
  expect(showOf(trace.traceId, spans).isLost).toBe(true)
})
