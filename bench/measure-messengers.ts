import { Agent } from 'node:http'
import { screenQuestion, shown } from '@/labs/rest-or-graphql/questions'
import { call } from './drive-load'
import { compare, type Result } from './results'
import { alternate } from './rounds'
import { openSandbox } from './sandbox-pool'
import type { Server } from './start-server'
import { mediansOf } from './statistics'

const screensInRound = 60
const houses = [
  { restaurant: 'lantern-noodle-house', dish: 'miso-ramen' },
  { restaurant: 'forno-rosa', dish: 'margherita' },
  { restaurant: 'cedar-table', dish: 'hummus' },
]

type Screen = { requests: number; bytes: number; ms: number }

/**
 * The screen of the lab `rest-or-graphql`, filled from this machine: by REST as
 * the phone has to (the list, then each restaurant that it names, at once), and
 * with one question of GraphQL. Both are asked over connections that stay open.
 */
export async function measureMessengers({ port }: Server): Promise<Result[]> {
  const { token } = await openSandbox(port)
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  }
  for (const { restaurant, dish } of houses.slice(0, shown))
    await call(port, {
      method: 'POST',
      path: '/api/orders',
      headers,
      body: JSON.stringify({ restaurant, lines: [{ dish, quantity: 1 }] }),
      expected: 201,
    })
  const agent = new Agent({ keepAlive: true })
  const get = (path: string) =>
    call(port, { method: 'GET', path, headers, expected: 200 }, agent)

  const ways = {
    async rest() {
      const list = await get(`/api/orders?limit=${shown}`)
      const { items } = JSON.parse(list.text)
      const slugs = items.map((item: Ordered) => item.restaurant.slug)
      const replies = await Promise.all(
        [...new Set(slugs)].map((slug) => get(`/api/restaurants/${slug}`)),
      )
      return [list, ...replies]
    },
    async graphql() {
      const body = JSON.stringify({ query: screenQuestion })
      const wish = { method: 'POST', path: '/api/graphql', headers, body }
      return [await call(port, { ...wish, expected: 200 }, agent)]
    },
  }
  const rounds = await alternate(['rest', 'graphql'], async (way) => {
    const screens: Screen[] = []
    for (let at = 0; at < screensInRound; at++) {
      const began = performance.now()
      const replies = await ways[way]()
      screens.push({
        ms: performance.now() - began,
        requests: replies.length,
        bytes: replies.reduce((sum, { bytes }) => sum + bytes.length, 0),
      })
    }
    return mediansOf(screens)
  })
  agent.destroy()

  const row = (what: string, unit: string, of: keyof Screen, note = '') =>
    compare(
      {
        what: `a screen of ${shown} orders in GraphQL: ${what}`,
        unit,
        floorName: 'the same by REST',
        ...(note ? { note } : {}),
      },
      rounds.graphql.map((round) => round[of]),
      rounds.rest.map((round) => round[of]),
    )
  return [
    row('requests', '', 'requests'),
    row('bytes of the bodies', 'B', 'bytes', 'not compressed'),
    row('time', 'ms', 'ms', 'no way between: a phone adds its round trips'),
  ]
}

type Ordered = { restaurant: { slug: string } }
