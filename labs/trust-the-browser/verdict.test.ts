import { expect, test } from 'vitest'
import { pageDish } from '@/contracts/page-dish'
import { dollars, pageAtFirst, saidBy } from './page-state'
import type { Fate } from './send-order'
import { answerOf, isCheated, sentenceOf } from './verdict'

const kept = (priceMinor: number, quantity = 1): Fate => ({
  kind: 'kept',
  sent: '',
  traceId: null,
  rows: {
    order: {
      id: 'ord_1',
      subtotalMinor: quantity * priceMinor,
      deliveryFeeMinor: 240,
      totalMinor: quantity * priceMinor + 240,
    },
    line: { dish: pageDish.dish, quantity, priceMinor },
  },
})
const refused: Fate = {
  kind: 'refused',
  sent: '',
  traceId: null,
  status: 422,
  why: '/lines/0/price: There is no such field.',
}
const said = (priceMinor: number) => ({
  dish: pageDish.dish,
  quantity: 1,
  priceMinor,
  deliveryFeeMinor: 240,
})

test('the answer is what the run kept, and there is none while the price is untouched', () => {
  const menu = kept(pageDish.priceMinor)
  expect(answerOf({ said: said(1), naive: kept(1), real: menu })?.ids).toEqual([
    'menu',
  ])
  expect(
    answerOf({ said: said(1), naive: kept(1), real: kept(1) })?.ids,
  ).toEqual(['page'])
  expect(
    answerOf({ said: said(1), naive: kept(1), real: refused })?.ids,
  ).toEqual(['nothing'])
  const untouched = said(pageDish.priceMinor)
  expect(answerOf({ said: untouched, naive: menu, real: menu })).toBeNull()
})

test('books are cheated by another price and by portions that nobody can cook', () => {
  expect(isCheated(kept(pageDish.priceMinor))).toBe(false)
  expect(isCheated(kept(1))).toBe(true)
  expect(isCheated(kept(pageDish.priceMinor, -3))).toBe(true)
  expect(isCheated(kept(pageDish.priceMinor, 1000))).toBe(true)
  expect(isCheated(refused)).toBe(false)
})

test('a shop that owes its guest money says so', () => {
  const run = { said: said(1250), naive: kept(1250, -3), real: refused }
  expect(sentenceOf(run, false)).toBe(
    'The naive checkout keeps −3 portions for −$35.10, which it owes the guest. The real one answers 422 and keeps nothing.',
  )
})

test('the page in numbers is what is written in it, and nothing where it is no number', () => {
  const priceIn = (price: string) =>
    saidBy({ ...pageAtFirst, price })?.priceMinor ?? null
  expect(['12.50', '0.01', '0,5', '-3', '7'].map(priceIn)).toEqual([
    1250, 1, 50, -300, 700,
  ])
  expect(['', 'free', '1.234', '12345'].map(priceIn)).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(saidBy({ ...pageAtFirst, quantity: '1.5' })).toBeNull()
  expect(dollars(-3510)).toBe('−$35.10')
})
