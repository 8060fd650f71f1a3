import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inspectorViews } from '../inspector-views'
import { readAddress, writeAddress } from './address'

const addresses = fc.record({
  step: fc.option(fc.integer({ min: 1, max: 10_000 })),
  view: fc.option(fc.constantFrom(...inspectorViews)),
  span: fc.option(fc.constantFrom('00f067aa0ba902b7', 'abcdefabcdefabcd')),
  atMs: fc.option(fc.integer({ min: 0, max: 1e6 }).map((us) => us / 1000)),
})
const paramsOf = (query: string) =>
  Object.fromEntries(new URLSearchParams(query))

test('an address leads exactly where it was written', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      const back = readAddress(paramsOf(writeAddress(address)))
      // The first view needs no word.
      const view = address.view === 'code' ? null : address.view
      expect(back).toEqual({ ...address, view })
    }),
  )
})

test('what else the address holds stays in it', () => {
  const address = { step: 3, view: null, span: null, atMs: null }
  const query = writeAddress(address, '?url=%2Fa.json&step=9&at=4')
  expect(paramsOf(query)).toEqual({ url: '/a.json', step: '3' })
})

test.each([
  { step: '0' },
  { step: '-1' },
  { step: '1.5' },
  { step: 'x' },
  { step: ['1', '2'] },
  { view: 'toString' },
  { span: '../../etc' },
  { at: 'NaN' },
  { at: '-4' },
  { at: '' },
])('nonsense in an address is left out (%o)', (params) => {
  const nowhere = { step: null, view: null, span: null, atMs: null }
  expect(readAddress(params)).toEqual(nowhere)
})
