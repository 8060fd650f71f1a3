/**
 * Asks a server the same thing again and again and keeps the longest wait. In
 * a thread of its own, so that the load's own pauses are not taken for the
 * server's.
 */
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

const { port, method, path } = workerData
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const pauseMs = 1
let isOver = false
let longestMs = 0
let asked = 0

parentPort.once('message', () => (isOver = true))
await ask()
parentPort.postMessage('ready')
while (!isOver) {
  const sentAt = performance.now()
  await ask()
  longestMs = Math.max(longestMs, performance.now() - sentAt)
  asked++
  await sleep(pauseMs)
}
agent.destroy()
parentPort.postMessage({ longestMs, asked })

function ask() {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, method, path, agent }, (reply) => {
      reply.resume()
      reply.once('end', resolve)
    })
      .once('error', reject)
      .end()
  })
}
