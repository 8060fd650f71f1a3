import { expect, test } from 'vitest'
import { LabRecording } from '@/contracts/lab-recordings'
import { checkLabRecordings } from './check-lab-recordings'

const row = {
  name: 'COMMIT',
  step: 'COMMIT',
  told: 'The database commits.',
  place: 'data',
  startMs: 1,
  endMs: 2,
  depth: 0,
}
const recorded = {
  label: 'recorded',
  recordedAt: '2026-11-26T04:00:00.000Z',
  version: '0.1.0',
  pressed: '“Place order” was pressed.',
  beside: null,
  outcome: ['Order confirmed.'],
  traces: [{ title: 'The order', untilMs: 2, rows: [row] }],
}
const given = {
  labs: ['place-order'],
  steps: new Set(['COMMIT']),
  recordingOf: () => LabRecording.parse(recorded),
}

test('a recording whose steps the site knows is right', () => {
  expect(checkLabRecordings(given)).toEqual([])
})

test('a lab of a chapter that was never recorded is found', () => {
  expect(checkLabRecordings({ ...given, recordingOf: () => null })).toEqual([
    'The lab place-order has no recording. Run npm run record:labs -- place-order.',
  ])
})

test('a recording that tells of a step that is gone is stale', () => {
  const [finding] = checkLabRecordings({ ...given, steps: new Set() })
  expect(finding).toContain('“COMMIT”, which is no step any more')
})

test('a recording without its date is none', () => {
  const [finding] = checkLabRecordings({
    ...given,
    recordingOf: () => LabRecording.parse({ ...recorded, recordedAt: 'once' }),
  })
  expect(finding).toContain('is not a recording')
})
