import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import recording from '@/recordings/place-order.json'
import { Trace, type Span } from '@/contracts/trace'
import type { SpanExportSettings } from '@/env'
import { freePort } from '@/server/http/testing-port.mjs'
import { Receiver } from './definitions/testing'
import { SpanExport } from './span-export'

const { spans: recorded } = Trace.parse(recording.trace)

let receiver: Receiver
let logged: string[]
beforeEach(async () => {
  receiver = await new Receiver().start()
  logged = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => {
    logged.push(line)
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await receiver.stop()
  expect(receiver.errors).toEqual([])
})

function exportTo(settings: Partial<SpanExportSettings> = {}) {
  return new SpanExport({
    url: `${receiver.url}/v1/traces`,
    headers: {},
    protocol: 'http/protobuf',
    timeoutMs: 10_000,
    compression: 'none',
    serviceName: undefined,
    resource: {},
    ...settings,
  })
}

const made = (count: number, from = 1): Span[] =>
  Array.from({ length: count }, (_, at) => ({
    traceId: 'a'.repeat(32),
    spanId: (from + at).toString(16).padStart(16, '0'),
    parentSpanId: null,
    name: 'a step',
    kind: 'internal',
    service: 'plateful',
    startTimeUnixNano: '1795000000000000001',
    endTimeUnixNano: '1795000000000000002',
    status: { code: 'unset' },
    attributes: {},
    events: [],
  }))

for (const protocol of ['http/protobuf', 'http/json'] as const)
  for (const compression of ['none', 'gzip'] as const)
    test(`a collector reads every span as ${protocol}, ${compression === 'gzip' ? 'zipped' : 'plain'}`, async () => {
      const exporting = exportTo({
        protocol,
        compression,
        headers: { authorization: 'Bearer of the operator' },
        serviceName: 'shop',
        resource: { 'deployment.environment.name': 'test' },
      })
      for (const span of recorded) exporting.add(span)
      await exporting.flush()

      expect(exporting.count).toEqual({ sent: recorded.length, dropped: 0 })
      const [message] = receiver.messages
      expect(message?.path).toBe('/v1/traces')
      expect(message?.headers).toMatchObject({
        authorization: 'Bearer of the operator',
        'content-type':
          protocol === 'http/json'
            ? 'application/json'
            : 'application/x-protobuf',
        ...(compression === 'gzip' ? { 'content-encoding': 'gzip' } : {}),
      })
      const decoded = new Map(receiver.spans.map((span) => [span.spanId, span]))
      expect(decoded.size).toBe(recorded.length)
      for (const span of recorded)
        expect(decoded.get(span.spanId)).toMatchObject({
          traceId: span.traceId,
          parentSpanId: span.parentSpanId ?? '',
          name: span.name,
          kind: `SPAN_KIND_${span.kind.toUpperCase()}`,
          startTimeUnixNano: span.startTimeUnixNano,
          endTimeUnixNano: span.endTimeUnixNano,
          status: { code: `STATUS_CODE_${span.status.code.toUpperCase()}` },
          service: span.service === 'plateful' ? 'shop' : span.service,
          resource: {
            'service.namespace': 'back-of-house',
            'deployment.environment.name': 'test',
          },
          scope: { name: 'back-of-house', version: expect.any(String) },
          attributes: span.attributes,
        })
    })

test('a collector that refuses connections costs the spans, and one line in the log', async () => {
  const port = await freePort()
  const exporting = exportTo({
    url: `http://127.0.0.1:${port}/v1/traces`,
    timeoutMs: 300,
  })
  for (const span of made(200)) exporting.add(span)
  await exporting.flush()
  expect(exporting.count).toEqual({ sent: 0, dropped: 200 })
  expect(logged).toHaveLength(1)
  expect(logged[0]).toMatch(/takes no spans .*ECONNREFUSED/)

  const late = await new Receiver().start(port)
  for (const span of made(3, 201)) exporting.add(span)
  await exporting.flush()
  expect(late.spans).toHaveLength(3)
  expect(logged[1]).toBe(
    'The collector takes spans again. Dropped since the start: 200.',
  )
  await late.stop()
})

test('a collector that hangs or drips holds nobody up, and the end neither', async () => {
  for (const answer of ['hang', 'drip'] as const) {
    receiver.answer = () => answer
    const exporting = exportTo({ timeoutMs: 400 })
    for (const span of made(300)) exporting.add(span)
    void exporting.flush()
    await vi.waitFor(() => expect(receiver.messages.length).toBeGreaterThan(0))

    // The price that a request pays for its own spans, the best of many tries.
    const times = Array.from({ length: 20 }, () => {
      const began = performance.now()
      for (const span of made(40)) exporting.add(span)
      return performance.now() - began
    })
    expect(Math.min(...times)).toBeLessThan(5)

    const began = performance.now()
    await exporting.close()
    expect(performance.now() - began).toBeLessThan(1_500)
  }
})

test('of more spans than may wait the oldest are dropped, and counted', async () => {
  receiver.answer = (count) => (count === 1 ? 'hang' : { status: 200 })
  const exporting = exportTo({ timeoutMs: 500 })
  for (const span of made(128)) exporting.add(span)
  const flushed = exporting.flush()
  await vi.waitFor(() => expect(receiver.messages).toHaveLength(1))
  const many = made(5_000, 1_000)
  for (const span of many) exporting.add(span)
  await flushed
  await vi.waitFor(() => expect(exporting.count.sent).toBe(4_096), 20_000)
  expect(exporting.count.dropped).toBe(128 + 5_000 - 4_096)
  const [, ...after] = receiver.messages
  expect(
    after.flatMap(({ spans }) => spans.map(({ spanId }) => spanId)),
  ).toEqual(many.slice(-4_096).map(({ spanId }) => spanId))
})

test('a collector that asks for patience gets the spans after it', async () => {
  const times: number[] = []
  receiver.answer = (count) => {
    times.push(performance.now())
    return count === 1
      ? { status: 503, headers: { 'retry-after': '1' } }
      : { status: 200 }
  }
  const exporting = exportTo()
  for (const span of made(5)) exporting.add(span)
  await exporting.flush()
  expect(exporting.count).toEqual({ sent: 5, dropped: 0 })
  expect(receiver.messages).toHaveLength(2)
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990)
  expect(logged).toEqual([])
})

test('what a collector refuses for good is not sent again', async () => {
  receiver.answer = () => ({ status: 400 })
  const exporting = exportTo()
  for (const span of made(5)) exporting.add(span)
  await exporting.flush()
  expect(exporting.count).toEqual({ sent: 0, dropped: 5 })
  expect(receiver.messages).toHaveLength(1)
})

test('spans leave by themselves, and all that wait leave at the end', async () => {
  const exporting = exportTo()
  for (const span of made(3)) exporting.add(span)
  await vi.waitFor(() => expect(receiver.spans).toHaveLength(3), 10_000)
  for (const span of made(1_000, 4)) exporting.add(span)
  await exporting.close()
  expect(exporting.count).toEqual({ sent: 1_003, dropped: 0 })
  expect(receiver.spans).toHaveLength(1_003)
})

/** What of the exporter a process has loaded once its backend has started. */
async function loadedWith(endpoint: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'back-of-house-export-'))
  const look = `
    import module from 'node:module'
    const { startBackend } = await import('./start-backend.ts')
    await startBackend()
    globalThis.backOfHouseSpanExport?.add(${JSON.stringify(made(1)[0])})
    await globalThis.backOfHouseSpanExport?.flush()
    console.log(JSON.stringify(Object.keys(module._cache)))
    process.exit(0)`
  const args = ['--import', 'tsx', '--input-type=module', '-e', look]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: {
      ...process.env,
      DATA_DIR: folder,
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    },
  })
  rmSync(folder, { recursive: true, force: true })
  const files: string[] = JSON.parse(stdout.split('\n').at(-2) ?? '')
  return files.filter((file) => /opentelemetry.(exporter|otlp)-/.test(file))
}

test('nothing of the exporter is loaded where no variable asks for it', async () => {
  expect(await loadedWith('')).toEqual([])
  expect(await loadedWith(receiver.url)).not.toEqual([])
  expect(receiver.spans).toHaveLength(1)
})
