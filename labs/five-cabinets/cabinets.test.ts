import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import recording from '@/recordings/five-cabinets.json'
import { cabinets, transcripts } from './cabinets'
import { postgresTexts } from './postgres-texts'

test('a recording says what ran, in which version, and when', () => {
  expect(recording.label).toBe('recorded')
  expect(Date.parse(recording.recordedAt)).toBeLessThan(Date.now())
  for (const { product, version, steps, honest } of Object.values(
    transcripts,
  )) {
    expect(product).not.toBe('')
    expect(version).toMatch(/\d+\.\d+/)
    expect(honest).toMatch(/was( not)? run|was run/)
    for (const { code, output } of steps)
      expect(code.length * output.length).toBeGreaterThan(0)
  }
})

test('what was not run is never called live', () => {
  const live = cabinets.filter(({ kind }) => kind === 'live')
  expect(live.map(({ name }) => name)).toEqual(['sqlite', 'postgresql'])
})

test('the texts for PostgreSQL do what their titles say', async () => {
  const postgres = await PGlite.create()
  const heard: string[] = []
  await postgres.listen('kept_orders', (payload) => heard.push(payload))
  const run = (title: string) => {
    const text = postgresTexts.find((one) => one.title === title)
    return postgres.exec(text?.sql ?? '')
  }
  await run('Make the tables')
  await run('Keep the order')
  const [found] = await run('Find it again')
  expect(found?.rows).toMatchObject([{ guest: 'Ada', status: 'placed' }])
  await run('Change it, and tell')
  await expect.poll(() => heard).toEqual(['ord_1 is accepted'])
  const [plan] = await run('Ask for the plan')
  expect(JSON.stringify(plan?.rows)).toContain('actual time')
  await expect(run('Misspell a column')).rejects.toMatchObject({
    position: '8',
    hint: expect.stringContaining('kept_orders.guest'),
  })
  await expect(run('Order none of it')).rejects.toThrow('check constraint')
  await postgres.close()
}, 60_000)
