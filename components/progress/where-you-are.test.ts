import { expect, test } from 'vitest'
import { nextToRead } from './where-you-are'

const section = (id: string) => ({ id, title: id })
const chapters = [
  { slug: 'one', title: 'One', sections: [section('a'), section('b')] },
  { slug: 'two', title: 'Two', sections: [section('c'), section('d')] },
]
const read = (slug: string, ...sections: string[]) => ({
  [slug]: { sections, answers: {} },
})
const next = (progress: Parameters<typeof nextToRead>[0]) => {
  const found = nextToRead(progress, chapters)
  return found && [found.hasBegun, found.slug, found.section.id]
}

test('a reader begins at the beginning', () => {
  expect(next({})).toEqual([false, 'one', 'a'])
})

test('a reader goes on after what was read last, also in the next chapter', () => {
  expect(next(read('one', 'a'))).toEqual([true, 'one', 'b'])
  expect(next(read('one', 'a', 'b'))).toEqual([true, 'two', 'c'])
  expect(next(read('two', 'c'))).toEqual([true, 'two', 'd'])
})

test('at the end of the book, what was passed over comes; then nothing', () => {
  expect(next({ ...read('one', 'b'), ...read('two', 'c', 'd') })).toEqual([
    true,
    'one',
    'a',
  ])
  expect(
    next({ ...read('one', 'a', 'b'), ...read('two', 'c', 'd') }),
  ).toBeNull()
})
