import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { recordOrder } from './record-order'
import { startServer, startSite, stopServer, type Server } from './start-server'

/**
 * What takes orders here: the bare floor; the site as it is; the site without
 * tracing; and the site with a kitchen that never answers, so that deliveries
 * wait and the order stands alone, as it does on the floor.
 */
export type OrderServer = 'floor' | 'whole' | 'untraced' | 'alone'

/** Each on a copy of one database, in which the floor's order was recorded. */
export async function startOrderServers(
  folder: string,
): Promise<Record<OrderServer, Server>> {
  const first = join(folder, 'first')
  mkdirSync(first)
  const recorder = await startSite(first)
  const recording = await recordOrder(recorder.port)
  await stopServer(recorder)
  const recordingFile = join(folder, 'order.json')
  writeFileSync(recordingFile, JSON.stringify(recording))

  const copy = (name: string) => {
    cpSync(first, join(folder, name), { recursive: true })
    return join(folder, name)
  }
  const database = join(copy('floor'), 'back-of-house.db')
  const kitchen = await silentKitchen()
  const [floor, whole, untraced, alone] = await Promise.all([
    startServer({
      args: () => ['bench/floors/order-floor.mjs', database, recordingFile],
      firstPath: '/',
    }),
    startSite(copy('whole')),
    startSite(copy('untraced'), { TRACING: 'off' }),
    startSite(copy('alone'), { PUBLIC_URL: `http://127.0.0.1:${kitchen}` }),
  ])
  return { floor, whole, untraced, alone }
}

/** Takes a delivery and says nothing; the sender gives up after ten seconds. */
async function silentKitchen(): Promise<number> {
  const kitchen = createServer((socket) => {
    socket.resume()
    socket.on('error', () => socket.destroy())
    socket.unref()
  }).listen(0, '127.0.0.1')
  kitchen.unref()
  await once(kitchen, 'listening')
  const address = kitchen.address()
  if (address === null || typeof address === 'string')
    throw new Error('The kitchen found no port')
  return address.port
}
