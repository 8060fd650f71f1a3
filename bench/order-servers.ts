import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { openClient } from '@/db/client'
import { setRowTriggers } from '@/db/row-changes'
import { buildNext, startNext } from './build-next'
import { watching } from './watch-loop'
import { OrderLoad } from './order-load'
import { recordOrder } from './record-order'
import { startServer, startSite, stopServer, type Server } from './start-server'

/**
 * What takes orders here. Two floors run the statements of one of our orders:
 * bare node:http, and a minimal Next app with stock tracing. The others are the
 * site: as it is (`whole`), without tracing (`untraced`), and both of these
 * with a kitchen that never answers, so that deliveries wait and the order
 * stands alone, as it does on the floors. Two watch their own event loop.
 */
export type OrderServer =
  | 'bare'
  | 'next'
  | 'whole'
  | 'untraced'
  | 'alone'
  | 'aloneUntraced'
  | 'watched'
  | 'bareWatched'

/** So many orders a second are prepared for before the first have been timed. */
const mostPerSecond = { bare: 3_500, next: 2_000, site: 1_000 }

/** Starts each when it is asked for, on a copy of one database of ours. */
export class OrderServers {
  readonly #folder: string
  readonly #loads = new Map<OrderServer, Promise<OrderLoad>>()
  #recordingFile: Promise<string> | undefined
  #kitchen: Promise<number> | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  load(name: OrderServer): Promise<OrderLoad> {
    const known = this.#loads.get(name) ?? this.#start(name)
    this.#loads.set(name, known)
    return known
  }

  async stop(name: OrderServer): Promise<void> {
    const load = await this.#loads.get(name)
    this.#loads.delete(name)
    if (load) await stopServer(load.server)
  }

  /** The data of a site that has taken two orders. */
  async copyOfData(name: string): Promise<string> {
    await this.#record()
    const folder = join(this.#folder, name)
    cpSync(join(this.#folder, 'first'), folder, { recursive: true })
    return folder
  }

  async #start(name: OrderServer): Promise<OrderLoad> {
    const folder = await this.copyOfData(name)
    const watch = /watched$/i.test(name) ? name : undefined
    const env = watch ? watching(watch) : {}
    if (/^(bare|next)/.test(name)) await forgetTriggers(folder)
    if (/^bare/.test(name)) {
      const server = await this.#startBare(folder, env)
      return new OrderLoad({ ...server, watch }, mostPerSecond.bare)
    }
    if (name === 'next')
      return new OrderLoad(await this.#startNext(folder), mostPerSecond.next)

    const server = await startSite(folder, {
      ...env,
      ...(/^alone/.test(name) ? await this.#toSilentKitchen() : {}),
      ...(/untraced$/i.test(name) ? { TRACING: 'off' } : {}),
    })
    return new OrderLoad({ ...server, watch }, mostPerSecond.site)
  }

  async #startBare(
    folder: string,
    env: Record<string, string>,
  ): Promise<Server> {
    const database = join(folder, 'back-of-house.db')
    const recording = await this.#record()
    return startServer({
      args: () => ['bench/floors/order-floor.mjs', database, recording],
      env,
      firstPath: '/',
    })
  }

  async #startNext(folder: string): Promise<Server> {
    const app = await buildNext('next-order', join(this.#folder, 'next-app'), [
      'recorded-order.mjs',
    ])
    return startNext(app, '/api/orders', {
      FLOOR_DATABASE: join(folder, 'back-of-house.db'),
      FLOOR_RECORDING: await this.#record(),
    })
  }

  #record(): Promise<string> {
    return (this.#recordingFile ??= recordIn(this.#folder))
  }

  async #toSilentKitchen(): Promise<Record<string, string>> {
    const port = await (this.#kitchen ??= openSilentKitchen())
    return { PUBLIC_URL: `http://127.0.0.1:${port}` }
  }
}

/** The triggers that note changed rows for traces: the floors keep no traces. */
async function forgetTriggers(folder: string): Promise<void> {
  const client = openClient(`file:${join(folder, 'back-of-house.db')}`)
  await setRowTriggers(client, false)
  client.close()
}

/** Runs the site once, on a new database, and writes its order down. */
async function recordIn(folder: string): Promise<string> {
  const first = join(folder, 'first')
  mkdirSync(first)
  const recorder = await startSite(first)
  const recording = await recordOrder(recorder.port)
  await stopServer(recorder)
  const file = join(folder, 'order.json')
  writeFileSync(file, JSON.stringify(recording))
  return file
}

/** Takes a delivery and says nothing; the sender gives up after ten seconds. */
async function openSilentKitchen(): Promise<number> {
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
