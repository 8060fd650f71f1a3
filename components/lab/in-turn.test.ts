import { expect, test } from 'vitest'
import { ApiProblemError } from '../api-errors'
import { inTurn } from './in-turn'

const wire = { startLine: '', headers: [], body: '', bodyBytes: 0 }
const refusal = (slug: string, status: number) =>
  new ApiProblemError(
    {
      type: `/problems/${slug}`,
      title: slug,
      status,
      detail: '',
      instance: '/api/labs/index',
    },
    0,
    wire,
  )

/** Refuses so often, and answers then. */
function doorThat(refusals: number, error: Error) {
  const door = {
    asked: 0,
    ask: async () => {
      door.asked++
      if (door.asked <= refusals) throw error
      return 'answered'
    },
  }
  return door
}

test('where others have the lab it waits, says so, and asks again', async () => {
  const door = doorThat(2, refusal('lab-busy', 503))
  let waits = 0
  expect(await inTurn(door.ask, () => void waits++)).toBe('answered')
  expect([door.asked, waits]).toEqual([3, 2])
})

test('it does not wait for ever', async () => {
  const door = doorThat(Infinity, refusal('lab-busy', 503))
  await expect(inTurn(door.ask)).rejects.toThrow('lab-busy')
  expect(door.asked).toBe(7)
})

test('any other refusal is told at once', async () => {
  const door = doorThat(1, refusal('sold-out', 409))
  await expect(inTurn(door.ask)).rejects.toThrow('sold-out')
  expect(door.asked).toBe(1)
})
