import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import recording from '@/recordings/place-order.json'
import { Trace } from '@/contracts/trace'
import { correctClockSkew } from './clock-skew'
import type { Inspected } from './inspected'
import { Inspector } from './inspector'
import { inspectorViews, type InspectorView } from './inspector-views'
import { LaidFlat } from './laid-flat'
import { traceIndex } from './trace-index'

const { spans } = correctClockSkew(Trace.parse(recording.trace).spans)
const index = traceIndex(spans)

function inspected(number: number, rest: Partial<Inspected> = {}): Inspected {
  const row = index.rows[number - 1]
  if (!row) throw new Error(`There is no step ${number}.`)
  return {
    spans,
    span: row.span,
    title: row.span.name,
    step: { number, of: spans.length },
    sources: {},
    note: null,
    chapter: null,
    atMs: row.startMs,
    hrefOf: (spanId) => `#${spanId}`,
    ...rest,
  }
}

/** The text of a view as a reader would read it. */
function textOf(step: Inspected, view: InspectorView): string {
  const markup = renderToStaticMarkup(
    <Inspector {...step} view={view} onView={() => undefined} />,
  )
  const [, panel = ''] = markup.split('role="tabpanel"')
  return panel
    .replace(/^[^>]*>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(' .', '.')
}

function numberOf(name: string): number {
  return index.rows.findIndex(({ span }) => span.name === name) + 1
}

it('every view of every step says something, if only why there is nothing', () => {
  for (const view of inspectorViews)
    for (const { span } of index.rows) {
      const number = index.numbers.get(span.spanId) ?? 0
      const text = textOf(inspected(number), view)
      expect(text.length, `${span.name}, ${view}`).toBeGreaterThan(20)
    }
})

it('a statement in a transaction names the step from which on it counts', () => {
  const number = numberOf('INSERT orders')
  expect(textOf(inspected(number), 'data')).toContain(
    `Not visible to anyone else yet. The change counts from step ${numberOf('COMMIT')}, COMMIT.`,
  )
})

it('the order is in no table before its step, in pencil after it, then there', () => {
  const orders = (number: number) => {
    const data = renderToStaticMarkup(
      <Inspector {...inspected(number)} view="data" onView={() => undefined} />,
    )
    return /<b>orders<\/b><span>([^<]*)</.exec(data)?.[1]
  }
  expect(orders(numberOf('BEGIN'))).toBe('0 rows')
  expect(orders(numberOf('INSERT orders'))).toBe(
    '1 row, 1 changed here, in pencil',
  )
  expect(orders(numberOf('INSERT outbox'))).toBe('1 row, 1 in pencil')
  expect(orders(numberOf('COMMIT'))).toBe('1 row, 1 committed here')
  expect(orders(spans.length)).toBe('1 row')
})

it('the code of another build is not shown, and its place is', () => {
  const text = textOf(inspected(numberOf('save the order')), 'code')
  expect(text).toContain('server/orders/place-order.ts')
  expect(text).toContain('Its text is not kept on this page')
})

it('a secret is shown masked, and can be told from what was sent', () => {
  const markup = renderToStaticMarkup(
    <Inspector
      {...inspected(numberOf('POST /api/orders'))}
      view="wire"
      onView={() => undefined}
    />,
  )
  expect(markup).toMatch(
    /sandbox=<span class="masked-value"[^>]*>….{4} \(\d+ characters\)</,
  )
})

it('one tab is in the order of Tab, and names what it shows', () => {
  const markup = renderToStaticMarkup(
    <Inspector {...inspected(1)} view="data" onView={() => undefined} />,
  )
  expect(markup.match(/role="tab"/g)).toHaveLength(4)
  expect(markup.match(/tabindex="-1"/gi)).toHaveLength(3)
  const [, panelId] = /aria-controls="([^"]+)"/.exec(markup) ?? []
  expect(markup).toContain(`role="tabpanel" id="${panelId}"`)
})

it('laid flat, all four views stand side by side without a script', () => {
  const step = inspected(numberOf('INSERT orders'), { note: <p>Because.</p> })
  const markup = renderToStaticMarkup(<LaidFlat {...step} />)
  for (const text of ['Statement', 'REQUEST', 'Because.', 'Called from'])
    expect(markup.toUpperCase()).toContain(text.toUpperCase())
  expect(markup).toContain(`Step ${step.step?.number}, laid flat`)
})

it('one step among many does not repeat the messages of the whole', () => {
  const step = inspected(numberOf('INSERT orders'))
  const brief = renderToStaticMarkup(<LaidFlat {...step} isBrief />)
  expect(brief).not.toContain('whole-ticket')
  expect(brief).toContain('it belongs to came in at')
  expect(brief.length).toBeLessThan(
    renderToStaticMarkup(<LaidFlat {...step} />).length / 2,
  )
})
