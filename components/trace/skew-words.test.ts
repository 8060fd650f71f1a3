import { expect, test } from 'vitest'
import { skewSentences } from './skew-words'

const said = (service: string, ms: number, unsteady: string[] = []) =>
  skewSentences({ movedMs: { [service]: ms }, unsteady })[0]

test.each([
  [-0.42, 'The browser’s clock was 0.4 ms ahead of the server’s.'],
  [1_240, 'The browser’s clock was 1.24 s behind the server’s.'],
  [-59_999.6, 'The browser’s clock was 1 min 0 s ahead of the server’s.'],
  [-299_997, 'The browser’s clock was 5 min 0 s ahead of the server’s.'],
  [299_997, 'The browser’s clock was 5 min 0 s behind the server’s.'],
  [12_000_000, 'The browser’s clock was 3 h 20 min behind the server’s.'],
  [34_560_000_000, 'The browser’s clock was 400 days behind the server’s.'],
])('a move by %d ms is told as it is', (ms, words) => {
  expect(said('browser', ms)).toContain(words)
})

test('where it was moved to is told, too', () => {
  expect(said('browser', -5)).toContain('moved back by as much')
  expect(said('browser', 5)).toContain('moved forward by as much')
})

test('another service is called by its name', () => {
  expect(said('restaurant', 5)).toContain(
    'The clock of restaurant was 5.0 ms behind that of its caller.',
  )
})

test('a clock that was set meanwhile is not given one amount', () => {
  expect(said('checkout', -997, ['checkout'])).toContain(
    'The clock of checkout changed in between. Its spans are moved by up to 997 ms',
  )
})

test('where nothing was moved nothing is said', () => {
  expect(skewSentences({ movedMs: {}, unsteady: [] })).toEqual([])
})
