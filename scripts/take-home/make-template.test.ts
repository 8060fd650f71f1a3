import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { stepNames } from '@/content/steps/steps'
import { makeNotes } from './make-notes'
import { makeTemplate } from './make-template'
import recording from '@/recordings/place-order.json'
import { Trace } from '@/contracts/trace'
import {
  bytesOf,
  fillTemplate,
  leftOutOf,
  mostBytes,
  places,
  readTakenHome,
  type TakenHome,
} from '@/components/trace/travel/taken-home'

const trace = Trace.parse(recording.trace)
const taken: TakenHome = {
  traceId: trace.traceId,
  spans: trace.spans,
  isCut: false,
  sources: {},
  notes: {},
  name: 'Place order',
  address: { step: '7', view: 'data' },
  takenAt: '2026-11-25T20:00:00.000Z',
  site: 'http://127.0.0.1:3000',
}
const template = await makeTemplate(process.cwd())
const dataIn = (html: string) =>
  /id="taken-home">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''

/** Every letter of it wants to be something else than text. */
const evil =
  '</script><img src=x onerror=alert(1)><!--<script>\u2028$& $` %DATA% %TITLE% &lt;'

test('a recorded order fits in one file, and comes out of it as it was', async () => {
  const { html } = await fillTemplate(template, taken)
  expect(bytesOf(html)).toBeLessThan(mostBytes)
  expect(await readTakenHome(dataIn(html))).toEqual(taken)
})

test('every step has its note to take along, and all of it', () => {
  const notes = makeNotes(process.cwd())
  expect(Object.keys(notes)).toEqual(stepNames)
  for (const [name, { texts, chapter }] of Object.entries(notes)) {
    expect(texts.join(' ').length, name).toBeGreaterThan(40)
    expect(chapter?.href, name).toMatch(/^\/(learn\/|#contents)/)
  }
})

test('no text of a trace can leave its place in the file', async () => {
  const spans = trace.spans.map((span) => ({ ...span, name: evil }))
  const { html } = await fillTemplate(template, { ...taken, spans, name: evil })
  const [outside] = html.split('id="taken-home">')
  expect(html.match(/<script/g)?.length).toBe(
    template.match(/<script/g)?.length,
  )
  expect(html.match(/<\/script/g)?.length).toBe(
    template.match(/<\/script/g)?.length,
  )
  expect(outside).not.toContain('<img')
  expect(html).not.toContain('<!--')
  const back = await readTakenHome(dataIn(html))
  expect([back.name, back.spans[0]?.name]).toEqual([evil, evil])
})

test('a trace four times as long is packed, and comes out whole', async () => {
  const spans = Array.from({ length: 4 * trace.spans.length }, (_, at) => ({
    ...(trace.spans[at % trace.spans.length] ?? { spanId: '' }),
    spanId: String(at).padStart(16, '0'),
  })) as Trace['spans']
  const { html } = await fillTemplate(template, { ...taken, spans })
  expect(bytesOf(html)).toBeLessThan(mostBytes)
  expect(JSON.parse(dataIn(html))).toBeTypeOf('string')
  expect(await readTakenHome(dataIn(html))).toEqual({ ...taken, spans })
})

/** Numbers that look random, the same ones in every run. */
function digits(seed: number, length: number): string {
  const hash = createHash('sha512').update(String(seed)).digest('hex')
  return hash.repeat(Math.ceil(length / hash.length)).slice(0, length)
}

/** A long trace of real steps: every id, time and row in it is another. */
function longTrace(count: number): Trace['spans'] {
  const id = /(?<![0-9a-f])[0-9a-f]{24,32}(?![0-9a-f])/g
  return Array.from({ length: count }, (_, at) => {
    const span = trace.spans[at % trace.spans.length]
    const text = JSON.stringify(span).replaceAll(id, (known) =>
      digits(at * 7 + known.length, known.length),
    )
    const startNs = 1_795_000_000_000_000_000n + BigInt(at) * 1_234_567n
    const times = {
      startTimeUnixNano: String(startNs),
      endTimeUnixNano: String(startNs + BigInt(`0x${digits(at, 5)}`)),
    }
    const ids = { traceId: trace.traceId, spanId: digits(at, 16) }
    return { ...JSON.parse(text), ...times, ...ids }
  })
}

test('a trace of 400 spans stays under 300 kB, and nothing of it is lost', async () => {
  const whole = { ...taken, spans: longTrace(400) }
  const { html, kept } = await fillTemplate(template, whole)
  expect(bytesOf(html)).toBeLessThanOrEqual(mostBytes)
  expect(kept).toEqual(whole)
  expect(await readTakenHome(dataIn(html))).toEqual(whole)
})

test('where rows and code are too much they are cut, every span stays, and the file says so', async () => {
  const rows = (at: number) =>
    Array.from({ length: 40 }, (_, n) => ({ id: digits(at * 40 + n, 64) }))
  const spans = longTrace(330).map((span, at) =>
    span.sql ? { ...span, sql: { ...span.sql, rows: rows(at) } } : span,
  )
  const { html, kept } = await fillTemplate(template, { ...taken, spans })
  expect(bytesOf(html)).toBeLessThanOrEqual(mostBytes)
  const back = await readTakenHome(dataIn(html))
  expect(back).toEqual(kept)
  expect(back.isCut).toBe(false)
  expect(back.spans.map(({ spanId }) => spanId)).toEqual(
    spans.map(({ spanId }) => spanId),
  )
  expect(leftOutOf(back)).toBe(
    'To keep it under 300 kB it leaves out the rows of each statement after the first 3.',
  )
})

test('a trace as heavy as any may be keeps its first spans, and counts the others', async () => {
  const spans = longTrace(512).map((span, at) => ({
    ...span,
    attributes: {
      heavy: Array.from({ length: 16 }, (_, n) => digits(at * 16 + n, 128)),
    },
  }))
  const { html } = await fillTemplate(template, { ...taken, spans })
  expect(bytesOf(html)).toBeLessThanOrEqual(mostBytes)
  const back = await readTakenHome(dataIn(html))
  expect(back.isCut).toBe(true)
  expect(back.spans.length + (back.spansLeftOut ?? 0)).toBe(512)
  expect(back.spans.map(({ spanId }) => spanId)).toEqual(
    spans.slice(0, back.spans.length).map(({ spanId }) => spanId),
  )
  expect(back.spans.length).toBeGreaterThan(20)
})

test('the file runs its own scripts alone, and may ask for nothing', () => {
  const policy =
    /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(
      template,
    )?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  const scripts = [...template.matchAll(/<script>([\s\S]*?)<\/script>/g)]
  expect(scripts).toHaveLength(2)
  for (const [, text = ''] of scripts)
    expect(policy).toContain(createHash('sha256').update(text).digest('base64'))
  // No address in it that a browser would load.
  expect(template).not.toMatch(/(src|href)="(?!data:|#)/)
  expect(template).not.toMatch(/url\((?!data:)/)
  for (const place of Object.values(places))
    expect(template.split(place)).toHaveLength(2)
})
