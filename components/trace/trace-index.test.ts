import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testSpan } from './testing'
import { ancestorsOf, descendantsOf, traceIndex } from './trace-index'

/** Each span's parent by its number, also itself, another's child, or nobody. */
const parents = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 12 })

test('below a span is everything that has it above, and nothing else', () => {
  fc.assert(
    fc.property(parents, (numbers) => {
      // Each began after its parent, or the parent is one that is not there.
      const spans = numbers.map((parent, at) =>
        testSpan(`${at}`, parent < at ? `${parent}` : null, at, 20),
      )
      const index = traceIndex(spans)
      const idsOf = (rows: { span: { spanId: string } }[]) =>
        rows.map(({ span }) => span.spanId).sort()
      for (const span of spans) {
        const below = index.rows.filter((row) =>
          idsOf(ancestorsOf(index, row.span)).includes(span.spanId),
        )
        expect(idsOf(descendantsOf(index, span))).toEqual(idsOf(below))
      }
    }),
  )
})

test('whatever the parents say, the walk up and the walk down come to an end', () => {
  fc.assert(
    fc.property(parents, (numbers) => {
      const spans = numbers.map((parent, at) =>
        testSpan(`${at}`, `${parent}`, at, 20),
      )
      const index = traceIndex(spans)
      expect(index.tree).toHaveLength(spans.length)
      for (const span of spans) {
        expect(ancestorsOf(index, span).length).toBeLessThan(spans.length)
        expect(descendantsOf(index, span).length).toBeLessThan(spans.length)
      }
    }),
  )
})
