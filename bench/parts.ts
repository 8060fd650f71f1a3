import { measureChapters } from './measure-chapters'
import { measureClone, measureFunction } from './measure-clone'
import { measureCredentials } from './measure-credentials'
import { measureGap } from './measure-gap'
import { measureLighthouse } from './measure-lighthouse'
import { measureLive } from './measure-live'
import { measureMessengers } from './measure-messengers'
import { measureOrders } from './measure-orders'
import { measurePage } from './measure-page'
import { measurePush } from './measure-push'
import { measureScript } from './measure-script'
import { measureSignIn } from './measure-sign-in'
import { measureSize } from './measure-size'
import { measureStart } from './measure-start'
import { measureStreams } from './measure-streams'
import { measureView } from './measure-view'
import { OrderServers } from './order-servers'
import type { Result } from './results'
import { startStock, stopServer } from './start-server'

/** What the parts share; each starts only what it needs. */
export class Workshop {
  readonly folder: string
  readonly orders: OrderServers

  constructor(folder: string) {
    this.folder = folder
    this.orders = new OrderServers(folder)
  }

  /** The site as it is, with a little data in it. */
  async site() {
    return (await this.orders.load('whole')).server
  }
}

type Part = (workshop: Workshop) => Promise<Result[]>

/** `npm run bench -- orders gap` runs these two; without a name, all of them. */
export const parts: Record<string, Part> = {
  script: async (workshop) => measureScript(await workshop.site()),
  chapters: async (workshop) => measureChapters(await workshop.site()),
  size: async (workshop) => measureSize(await workshop.site()),
  live: async (workshop) => measureLive(await workshop.site()),
  view: async (workshop) => measureView(await workshop.site()),
  streams: ({ folder }) => measureStreams(folder),
  push: ({ folder }) => measurePush(folder),
  messengers: async (workshop) => measureMessengers(await workshop.site()),
  signIn: async (workshop) => measureSignIn(await workshop.site()),
  credentials: ({ folder }) => measureCredentials(folder),
  orders: ({ orders }) => measureOrders(orders),
  gap: ({ orders }) => measureGap(orders),
  start: ({ orders, folder }) => measureStart(orders, folder),
  page: async (workshop) => {
    const stock = await startStock(await workshop.orders.copyOfData('stock'))
    const results = await measurePage(await workshop.site(), stock)
    await stopServer(stock)
    return results
  },
}

/** These take minutes, or the package registry: only when they are named. */
export const partsByName: Record<string, Part> = {
  lighthouse: async (workshop) =>
    measureLighthouse(await workshop.site(), workshop.folder),
  function: measureFunction,
  clone: ({ folder }) => measureClone(folder),
}
