import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { turnsIn } from './turns'
import type { Visit } from './visit'

function makeWork() {
  const said: string[] = []
  const work =
    (name: string, fails = false) =>
    async () => {
      said.push(`${name} begins`)
      await nextTurn()
      said.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
  return { said, work }
}

test('a file works on one statement at a time, in the order they came', async () => {
  const { said, work } = makeWork()
  const inTurn = turnsIn({ isRemote: false }, undefined)
  const results = await Promise.all([inTurn(work('a')), inTurn(work('b'))])
  expect(results).toEqual(['a', 'b'])
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('what waits behind one that failed does not run; what comes after does', async () => {
  const { said, work } = makeWork()
  const inTurn = turnsIn({ isRemote: false }, undefined)
  const all = [inTurn(work('a', true)), inTurn(work('b'))]
  await expect(Promise.all(all)).rejects.toThrow('a')
  await Promise.allSettled(all)
  expect(said).toEqual(['a begins', 'a ends'])
  await expect(inTurn(work('c'))).resolves.toBe('c')
})

test('over a network they set out together, unless a fault awaits one', async () => {
  const free = makeWork()
  const inTurn = turnsIn({ isRemote: true }, undefined)
  await Promise.all([inTurn(free.work('a')), inTurn(free.work('b'))])
  expect(free.said).toEqual(['a begins', 'b begins', 'a ends', 'b ends'])

  const hindered = makeWork()
  const visit = { hinder: async () => {} } as Partial<Visit> as Visit
  const oneByOne = turnsIn({ isRemote: true }, visit)
  await Promise.all([
    oneByOne(hindered.work('a')),
    oneByOne(hindered.work('b')),
  ])
  expect(hindered.said).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})
