import { afterEach, expect, test, vi } from 'vitest'
import { makeToken, readCredential } from './credentials'

afterEach(() => vi.useRealTimers())

const bearing = (token: string) =>
  readCredential(new Headers({ authorization: `Bearer ${token}` }))

test('a token that was taken before stops working when it expires', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const token = await makeToken('sbx_1', '1 hour')
  expect(await bearing(token)).toMatchObject({ sandboxId: 'sbx_1' })
  vi.advanceTimersByTime(59 * 60 * 1000)
  expect(await bearing(token)).toMatchObject({ sandboxId: 'sbx_1' })
  vi.advanceTimersByTime(2 * 60 * 1000)
  await expect(bearing(token)).rejects.toThrow('The token has expired.')
})

test('a token that only resembles one that was taken is refused', async () => {
  const token = await makeToken('sbx_1')
  await bearing(token)
  const other = await makeToken('sbx_2')
  const signature = token.slice(token.lastIndexOf('.'))
  const forged = other.slice(0, other.lastIndexOf('.')) + signature
  for (const bad of [forged, token.slice(0, -1), `${token}.`, token.slice(1)])
    await expect(bearing(bad)).rejects.toThrow('not one of ours')
})
