import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { moments } from '@/contracts/moments'
import { PowerCutReport, type Moment } from '@/contracts/power-cut'
import { Problem } from '@/contracts/problem'
import { dataDirectory } from '@/env'
import { fewAtATime } from '@/server/limits/few-at-a-time'
import { call, startTestBackend, TestCaller } from '@/server/http/testing'
import { POST } from './route'

let guest: TestCaller
beforeAll(() => startTestBackend())
beforeEach(async () => {
  guest = await TestCaller.make()
})

const cut = (body: unknown) =>
  guest.call(POST, { method: 'POST', path: '/api/labs/power-cut', body })

async function reportOf(moment: Moment): Promise<PowerCutReport> {
  const reply = await cut({ moment })
  expect(reply.status).toBe(201)
  return PowerCutReport.parse(await reply.json())
}

const untouched = { portions: 14, orders: 0 }
const half = { portions: 12, orders: 0 }
const whole = { portions: 12, orders: 1 }

const expected: Record<Moment, Record<'alone' | 'together', object>> = {
  'before-first': { alone: untouched, together: untouched },
  between: { alone: half, together: untouched },
  'before-commit': { alone: whole, together: untouched },
  'after-commit': { alone: whole, together: whole },
}

for (const moment of moments)
  test(`killed at "${moment}", each way leaves what it promises, and nobody sees a half that is rolled back`, async () => {
    const report = await reportOf(moment)
    const { alone, together } = report
    expect(alone.left).toEqual(expected[moment].alone)
    expect(together.left).toEqual(expected[moment].together)
    for (const outcome of [alone, together]) {
      expect(outcome.signal).toBe('SIGKILL')
      expect(outcome.integrity).toBe('ok')
      // What others saw before the kill is what a restart finds.
      expect(outcome.others).toEqual(outcome.left)
      expect(outcome.log.committed).toBe(outcome.log.pages)
      expect(() => process.kill(outcome.pid, 0)).toThrow('ESRCH')
    }
    expect(alone.pid).not.toBe(together.pid)
  }, 30_000)

test('the process itself sees its half, and the log holds none of it before COMMIT', async () => {
  const { alone, together, program } = await reportOf('between')
  expect(together.own).toEqual(half)
  expect(together.others).toEqual(untouched)
  expect(together.sent).toEqual(['BEGIN', alone.sent[0]])
  expect(together.log).toEqual({ bytes: 0, pages: 0, committed: 0 })
  // The head of the log, and one page with its own head.
  expect(alone.log).toEqual({ bytes: 32 + 24 + 4096, pages: 1, committed: 1 })
  expect(program).toContain(alone.sent[0])
}, 30_000)

test('of every run nothing stays behind, neither folder nor process', async () => {
  await reportOf('between')
  expect(await readdir(join(dataDirectory(), 'scratch'))).toEqual([])
}, 30_000)

test('two run at a time on the whole server; the third is told to wait', async () => {
  let open = (): void => undefined
  const passed = new Promise<void>((resolve) => (open = resolve))
  const running = [1, 2].map(() => fewAtATime('power-cut', () => passed))
  const refused = await cut({ moment: 'between' })
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('2')
  expect(Problem.parse(await refused.json()).type).toContain('lab-busy')
  open()
  await Promise.all(running)
  expect((await cut({ moment: 'before-first' })).status).toBe(201)
}, 30_000)

test('a moment that does not exist, or none, is refused', async () => {
  for (const body of [{ moment: 'at midnight' }, {}, { moment: 1 }])
    expect((await cut(body)).status).toBe(422)
  expect((await cut('{')).status).toBe(400)
})

test('who has no sandbox gets one with the first press', async () => {
  const reply = await call(POST, {
    method: 'POST',
    body: { moment: 'between' },
  })
  expect(reply.status).toBe(201)
  expect(reply.headers.get('set-cookie')).toContain('sandbox=')
}, 30_000)
