import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/server/http/testing-port.mjs'
import { House } from '../processes/server'
import { inspectHouse, type Findings } from './inspect-house'
import { CuttingProxy } from './cutting-proxy'
import { openSandbox, type Customer } from './customers'
import { Follower } from './follower'

export type Plan = {
  orders: number
  guests: number
  /** How often the server is killed, at random moments of the ordering. */
  kills: number
}

export type Counts = Findings & {
  orders: number
  kills: number
  cuts: number
  repeats: number
  resumed: number
  seconds: number
}

/** One guest in so many is played by the autopilot, and one is followed. */
const oneIn = 4

/**
 * Many guests order on lines that are cut at random, from a server that is
 * killed with SIGKILL and started again at random. Afterwards every order and
 * every event is looked for, on the wire and in the database.
 */
export async function soak(
  { orders, guests, kills }: Plan,
  tell: (line: string) => void,
): Promise<Counts> {
  const began = performance.now()
  const house = new House()
  const port = await freePort()
  const proxy = new CuttingProxy(port, 120)
  const customers: Customer[] = []
  const followers: Follower[] = []
  try {
    await proxy.open()
    const env = { PUBLIC_URL: proxy.url, CITY_MINUTE_MS: '50' }
    await house.start(env, port)
    for (let at = 0; at < guests; at++)
      customers.push(await openSandbox(proxy.url, at % oneIn === 0))
    for (const { token } of customers.filter((_, at) => at % oneIn < 2))
      followers.push(new Follower(proxy.url, token))
    await Promise.all(followers.map(({ started }) => started))

    let isOver = false
    const ordering = Promise.all(
      customers.map((customer, at) =>
        customer.order(Math.floor((orders + at) / guests)),
      ),
    ).finally(() => {
      isOver = true
    })
    const done = () =>
      customers.reduce(
        (sum, { asked }) => sum + asked.filter(({ text }) => text).length,
        0,
      )
    let killed = 0
    for (; killed < kills && !isOver; killed++) {
      const at = ((killed + Math.random()) / kills) * orders * 0.95
      while (done() < at && !isOver) await sleep(Math.random() * 10)
      await house.servers.at(-1)?.stop('SIGKILL')
      await house.start(env, port)
      if (killed % 10 === 9) tell(`${done()} orders, ${killed + 1} kills`)
    }
    await ordering
    const direct = `http://127.0.0.1:${port}`
    const findings = await inspectHouse({ house, direct, customers, followers })
    return {
      ...findings,
      orders: done(),
      kills: killed,
      cuts: proxy.cuts,
      repeats: customers.reduce((sum, one) => sum + one.repeats, 0),
      resumed: followers.reduce((sum, one) => sum + one.resumed, 0),
      seconds: Math.round((performance.now() - began) / 1000),
    }
  } finally {
    await Promise.all(followers.map((follower) => follower.leave()))
    await proxy.close()
    await house.close()
  }
}
