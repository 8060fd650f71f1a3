import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

const delayMs = 20
const patienceMs = 10_000

/**
 * What functions have to do together, each of them a process that shares
 * nothing with the others but the database. `at` holds their addresses. What
 * one check finds out, the later ones use.
 */
export function functionChecks({ at, hrana }) {
  const known = {}
  const authorized = () => ({ authorization: `Bearer ${known.token}` })
  const place = (url, key = randomUUID()) =>
    fetch(`${url}/api/orders`, {
      method: 'POST',
      headers: {
        ...authorized(),
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(known.wish),
    })
  const visit = { at, hrana, known, authorized, place }
  return {
    ...orderChecks(visit),
    ...traceChecks(visit),
    ...eventChecks(visit),
    ...loadChecks(visit),
  }
}

function orderChecks({ at, known, authorized, place }) {
  return {
    'health is 200': async () => {
      const reply = await get(`${at.orders}/api/health`)
      return `schema ${reply.schema}`
    },
    'a sandbox opens': async () => {
      const reply = await fetch(`${at.sandboxes}/api/sandboxes`, {
        method: 'POST',
      })
      assert.equal(reply.status, 201, await reply.clone().text())
      known.token = (await reply.json()).token
    },
    'the menu is there': async () => {
      const { items } = await get(`${at.menu}/api/restaurants`)
      const open = items.find((one) => one.open)
      const { menu } = await get(`${at.menu}/api/restaurants/${open.slug}`)
      const dishes = menu.dishes
        .filter((one) => one.portionsLeft > 10)
        .slice(0, 2)
      const lines = dishes.map(({ id }) => ({ dish: id, quantity: 1 }))
      known.wish = { restaurant: open.slug, lines }
      return `${items.length} restaurants`
    },
    'an order is 201 through one process': async () => {
      known.key = randomUUID()
      const reply = await place(at.orders, known.key)
      known.body = await reply.text()
      assert.equal(reply.status, 201, known.body)
      known.order = JSON.parse(known.body).id
      known.traceId = reply.headers.get('traceresponse').split('-')[1]
    },
    'its repeat at another process gives the same bytes': async () => {
      const reply = await place(at.ordersAgain, known.key)
      assert.equal(await reply.text(), known.body)
      assert.equal(reply.status, 201)
      assert.equal(reply.headers.get('idempotency-replayed'), 'true')
    },
    'the order can be read': async () => {
      const order = await get(
        `${at.order}/api/orders/${known.order}`,
        authorized(),
      )
      assert.equal(order.id, known.order)
    },
  }
}

function traceChecks({ at, known, authorized }) {
  return {
    'after the reply the kitchen printed its ticket': async () => {
      const url = `${at.trace}/api/traces/${known.traceId}`
      const trace = await until(async () => {
        const found = await get(url, authorized())
        const isPrinted = found.spans.some(
          (span) => span.service === 'restaurant',
        )
        return isPrinted ? found : null
      }, 'a span of the restaurant')
      const handedOver = await fetch(`${at.orders}/handed-over`)
      assert.notEqual(
        Number(await handedOver.text()),
        0,
        'waitUntil was not called',
      )
      known.spans = trace.spans
    },
    'the trace has 10 spans or more': async () => {
      assert.ok(known.spans.length >= 10, `${known.spans.length}`)
      return `${known.spans.length} spans`
    },
    'its page is rendered on request': async () => {
      const reply = await fetch(`${at.page}/trace/${known.traceId}`, {
        headers: { cookie: `sandbox=${known.token}` },
      })
      const html = await reply.text()
      assert.equal(reply.status, 200)
      for (const step of ['price the basket', 'save the order'])
        assert.ok(html.includes(step), `${step} is not on it`)
    },
  }
}

function eventChecks({ at, known, authorized, place }) {
  return {
    'events arrive from another process': async () => {
      const stream = await openStream(at.events, authorized())
      const began = performance.now()
      const { id } = await (await place(at.orders)).json()
      await stream.until((text) => text.includes(id))
      known.lastEventId = stream.lastId()
      stream.close()
      return `after ${Math.round(performance.now() - began)} ms`
    },
    'a stream resumes from Last-Event-ID': async () => {
      const { id } = await (await place(at.ordersAgain)).json()
      const stream = await openStream(at.events, {
        ...authorized(),
        'last-event-id': known.lastEventId,
      })
      const text = await stream.until((seen) => seen.includes(id))
      stream.close()
      assert.ok(!text.includes(known.order), 'an older event came again')
      const ids = [...text.matchAll(/^id: (\d+)$/gm)].map((found) =>
        Number(found[1]),
      )
      assert.deepEqual(
        ids,
        [...new Set(ids)].sort((a, b) => a - b),
      )
    },
  }
}

function loadChecks({ at, hrana, place }) {
  return {
    [`twelve orders at once through two processes, ${delayMs} ms away`]:
      async () => {
        hrana.delayMs = delayMs
        const began = performance.now()
        const replies = await Promise.all(
          Array.from({ length: 12 }, (_, nth) =>
            place(nth % 2 ? at.orders : at.ordersAgain),
          ),
        )
        const duration = Math.round(performance.now() - began)
        hrana.delayMs = 0
        for (const reply of replies)
          assert.equal(reply.status, 201, await reply.text())
        return `${duration} ms`
      },
    [`an order with ${delayMs} ms to the database`]: async () => {
      const times = []
      hrana.delayMs = delayMs
      for (let nth = 0; nth < 5; nth++) {
        await quiet(hrana)
        const began = performance.now()
        const reply = await place(at.orders)
        times.push(performance.now() - began)
        assert.equal(reply.status, 201, await reply.text())
      }
      await quiet(hrana)
      hrana.delayMs = 0
      return `${Math.round(times.sort((a, b) => a - b)[2])} ms (median of 5)`
    },
    // Untraced, as spans are written beside the order and nobody waits for them.
    'round trips of an order with two dishes': async () => {
      await (await place(at.untraced)).text()
      await quiet(hrana)
      const before = hrana.requests
      const reply = await place(at.untraced)
      const trips = hrana.requests - before
      assert.equal(reply.status, 201, await reply.text())
      return `${trips}`
    },
  }
}

async function get(url, headers = {}) {
  const reply = await fetch(url, { headers })
  const text = await reply.text()
  assert.equal(reply.status, 200, `${url}: ${text}`)
  return JSON.parse(text)
}

/** Tries until there is something; what follows a reply takes its time. */
async function until(attempt, what) {
  const end = performance.now() + patienceMs
  while (performance.now() < end) {
    const found = await attempt()
    if (found) return found
    await sleep(100)
  }
  throw new Error(`${what} did not come within ${patienceMs / 1000} s`)
}

/** Waits until nobody asks the database anything. */
async function quiet(hrana) {
  for (let seen = -1; seen !== hrana.requests; await sleep(400))
    seen = hrana.requests
}

/** An event stream that is open, with its first block read. */
async function openStream(url, headers) {
  const abort = new AbortController()
  const reply = await fetch(`${url}/api/events`, {
    headers,
    signal: abort.signal,
  })
  assert.equal(reply.status, 200)
  assert.match(reply.headers.get('content-type'), /^text\/event-stream/)
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const stream = {
    async until(isEnough) {
      const timer = setTimeout(() => abort.abort(), patienceMs)
      while (!isEnough(text)) {
        const { value, done } = await reader.read()
        assert.ok(!done, `the stream ended after: ${text}`)
        text += value
      }
      clearTimeout(timer)
      return text
    },
    lastId: () => [...text.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1],
    close: () => abort.abort(),
  }
  await stream.until((seen) => seen.includes('\n\n'))
  return stream
}
