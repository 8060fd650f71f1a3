import fc from 'fast-check'
import { expect, test } from 'vitest'
import { align } from './align'

const show = (a: string, b: string) =>
  align([...a], [...b])
    .map(
      (pair) =>
        (pair.a === null ? '-' : a[pair.a]) +
        (pair.b === null ? '-' : String(b[pair.b])),
    )
    .join(' ')

test('what is added, missing and the same stands where it happened', () => {
  expect(show('abcd', 'abcd')).toBe('aa bb cc dd')
  expect(show('abcd', 'abXcd')).toBe('aa bb -X cc dd')
  expect(show('abcd', 'acd')).toBe('aa b- cc dd')
  expect(show('abcd', 'abYd')).toBe('aa bb c- -Y dd')
  expect(show('', 'ab')).toBe('-a -b')
})

test('of a step and its repeats the first is the step', () => {
  expect(show('oxyz', 'oxyxyxyz')).toBe('oo xx yy -x -y -x -y zz')
  expect(show('xyxyz', 'xyz')).toBe('xx yy x- y- zz')
  expect(show('qoxyz', 'oxyxyz')).toBe('q- oo xx yy -x -y zz')
})

/** The longest common subsequence, by the book and without a shortcut. */
function common(a: string[], b: string[]): number {
  const [x, ...as] = a
  const [y, ...bs] = b
  if (x === undefined || y === undefined) return 0
  return x === y ? 1 + common(as, bs) : Math.max(common(as, b), common(a, bs))
}

test('nothing is lost, nothing is moved, and no more could be paired', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
  fc.assert(
    fc.property(list, list, (a, b) => {
      const pairs = align(a, b)
      const inA = pairs.flatMap((pair) => pair.a ?? [])
      const inB = pairs.flatMap((pair) => pair.b ?? [])
      expect(inA).toEqual(a.map((_, at) => at))
      expect(inB).toEqual(b.map((_, at) => at))
      const both = pairs.filter((pair) => pair.a !== null && pair.b !== null)
      for (const pair of both) expect(a[pair.a ?? 0]).toBe(b[pair.b ?? 0])
      expect(both.length).toBe(common(a, b))
    }),
  )
})

test('two of the longest traces there can be are aligned', () => {
  const a = Array.from({ length: 512 }, (_, at) => `${at % 17}`)
  const b = Array.from({ length: 512 }, (_, at) => `${at % 13}`)
  expect(align(a, b).length).toBeGreaterThan(512)
})
