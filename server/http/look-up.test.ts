import { promises } from 'node:dns'
import { createServer } from 'node:http'
import { expect, test, vi } from 'vitest'
import { send } from './send'

const sending = {
  method: 'GET',
  headers: {},
  body: '',
  onHead: () => undefined,
  timeLimitMs: 300,
  longestReply: 1_000,
}

test('a host is looked up once for all who ask meanwhile, and those who waited too long go on', async () => {
  const lookup = vi
    .spyOn(promises, 'lookup')
    .mockImplementation(() => new Promise(() => undefined))
  const asked = Array.from({ length: 40 }, () =>
    send('http://weather.example/', sending).catch(
      (error: unknown) => Object(error).name,
    ),
  )
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['TimeoutError']))
  expect(lookup).toHaveBeenCalledOnce()
  lookup.mockRestore()
})

test('a host that is found is asked, by whichever of its addresses answers', async () => {
  const server = createServer((_, response) => response.end('here'))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = Object(server.address())
  const reply = await send(`http://localhost:${port}/`, sending)
  expect(reply).toMatchObject({ status: 200, body: 'here' })
  await new Promise((done) => server.close(done))
})

test('a host that nobody knows is an error, and is asked for anew', async () => {
  const lookup = vi.spyOn(promises, 'lookup')
  for (const times of [1, 2]) {
    await expect(send('http://nobody.invalid/', sending)).rejects.toThrow()
    expect(lookup).toHaveBeenCalledTimes(times)
  }
  lookup.mockRestore()
})
