import { expect, test, vi } from 'vitest'
import { registerChore, runChores } from './chores'

test('a chore runs whenever somebody comes by, also after a time with none', async () => {
  await runChores()
  let runs = 0
  registerChore(async () => {
    runs++
  })
  await runChores()
  await runChores()
  expect(runs).toBe(2)
})

test('a function is kept awake until its spans have left for the collector', async () => {
  vi.stubEnv('VERCEL', '1')
  vi.stubEnv('TURSO_DATABASE_URL', 'libsql://example.org')
  const put: (() => Promise<void>)[] = []
  vi.doMock('next/server', () => ({
    after: (work: () => Promise<void>) => put.push(work),
  }))
  vi.resetModules()
  const { afterReply } = await import('./after-reply')
  const { SpanExport } = await import('@/tracing/span-export')
  const flush = vi.spyOn(SpanExport.prototype, 'flush').mockResolvedValue()
  globalThis.backOfHouseSpanExport = new SpanExport({
    url: 'http://127.0.0.1:9/v1/traces',
    headers: {},
    protocol: 'http/json',
    timeoutMs: 1_000,
    compression: 'none',
    serviceName: undefined,
    resource: {},
  })

  afterReply(false)
  expect(flush).not.toHaveBeenCalled()
  expect(put).toHaveLength(1)
  for (const work of put) await work()
  expect(flush).toHaveBeenCalledOnce()
  globalThis.backOfHouseSpanExport = undefined
})
