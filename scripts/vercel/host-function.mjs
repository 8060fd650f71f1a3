import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

/**
 * Runs one function of a Vercel build as a process of its own, over node:http.
 * The launcher inside the function asks its platform for a request context, by
 * this symbol; `waitUntil` is all that Next's `after()` needs of it. Here the
 * promise is only counted, since nothing freezes this process: what is proven
 * is that the work is handed over, not that the platform waits for it.
 */
const context = new AsyncLocalStorage()
globalThis[Symbol.for('@vercel/request-context')] = {
  get: () => context.getStore(),
}

let handedOver = 0
const waitUntil = (promise) => {
  handedOver += 1
  promise.catch((error) => console.error('Work after a reply failed:', error))
}

const [launcher, port] = process.argv.slice(2)
const began = performance.now()
const handler = createRequire(launcher)(launcher)

const server = createServer((request, response) => {
  if (request.url === '/handed-over') return response.end(String(handedOver))
  context.run({ waitUntil }, () => void handler(request, response))
})
server.listen(Number(port), '127.0.0.1', () => {
  process.send({
    port: server.address().port,
    loadedInMs: Math.round(performance.now() - began),
  })
})
process.on('disconnect', () => process.exit())
