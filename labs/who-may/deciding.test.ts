import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Span } from '@/contracts/trace'
import { regionOfStep } from '@/tracing/regions'
import { decisionIn, decisiveLines, isDecisive } from './deciding'

const doors: Record<string, string> = {
  'see who is asking': 'POST /api/orders',
  'see whose part it is': 'PATCH /api/orders/{id}',
  'find the order': 'GET /api/orders/{id}',
  'list the orders': 'GET /api/orders',
  'take the delivery': 'PATCH /api/deliveries/{id}',
}

test.each(Object.keys(decisiveLines))(
  'the line by which “%s” decides stands in the code that it runs',
  (step) => {
    const region = regionOfStep(doors[step] ?? '', step)
    if (!region) throw new Error(`${step} has no code`)
    const lines = readFileSync(region.file, 'utf8')
      .split('\n')
      .slice(region.line - 1, region.endLine)
    expect(lines.some((line) => isDecisive(step, line))).toBe(true)
  },
)

const span = (
  name: string,
  status: 'ok' | 'error',
  more: object = {},
): Span => ({
  traceId: 't'.repeat(32),
  spanId: name.padEnd(16).slice(0, 16),
  parentSpanId: null,
  name,
  kind: 'internal',
  service: 'plateful',
  startTimeUnixNano: '1',
  endTimeUnixNano: '2',
  status: { code: status },
  attributes: {},
  events: [],
  code: { function: 'f', file: 'f.ts', line: 1, endLine: 2, hash: 'h' },
  ...more,
})

test('the step that refused is the one that decided', () => {
  const door = span('PATCH /api/orders/{id}', 'ok', { kind: 'server' })
  const steps = [
    span('see who is asking', 'ok'),
    span('find the order', 'ok'),
    span('see whose part it is', 'error'),
  ]
  expect(decisionIn([door, ...steps])?.step).toBe('see whose part it is')
  const unknown = [steps[0], span('find the order', 'error')]
  expect(
    decisionIn([door, ...unknown.filter((one) => one !== undefined)])?.step,
  ).toBe('find the order')
  expect(decisionIn([])).toBeNull()
})

test('where a door asks for a part, that allows, and not the look-up behind it', () => {
  const door = span('PATCH /api/deliveries/{id}', 'ok', { kind: 'server' })
  const steps = [
    span('see who is asking', 'ok'),
    span('take the delivery', 'ok'),
  ]
  expect(decisionIn([door, ...steps])?.step).toBe('see who is asking')
})
