import { expect, it } from 'vitest'
import { clockErrorMs, noteServerTime, serverTimeAt } from './server-clock'

const asOf = (ms: number) => new Date(ms).toISOString()

it('before any answer the browser’s own clock has to do', () => {
  expect(clockErrorMs()).toBeNull()
  expect(serverTimeAt(5)).toBe(5 + performance.timeOrigin)
})

it('a browser whose clock is wrong still tells the server’s time', () => {
  noteServerTime(asOf(1_000_000), 100, 140)
  expect(serverTimeAt(120)).toBe(1_000_000)
  expect(serverTimeAt(1_120)).toBe(1_001_000)
  expect(clockErrorMs()).toBe(20)
})

it('a slower answer changes nothing, a quicker one does', () => {
  noteServerTime(asOf(1_000_300), 200, 600)
  expect(clockErrorMs()).toBe(20)
  noteServerTime(asOf(1_000_905), 1_020, 1_024)
  expect(clockErrorMs()).toBe(2)
  expect(serverTimeAt(1_022)).toBe(1_000_905)
})

it('after a sleep in which the page’s clock stood still the old sample is gone', () => {
  noteServerTime(asOf(9_000_000), 2_000, 2_100)
  expect(serverTimeAt(2_050)).toBe(9_000_000)
})
