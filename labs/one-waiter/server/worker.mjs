import { parentPort } from 'node:worker_threads'
import { addUpRounds } from './rounds.mjs'

/** A thread of its own, with an event loop of its own: this one may be busy. */
parentPort.on('message', () => {
  const began = performance.now()
  const metres = addUpRounds()
  parentPort.postMessage({ metres, workMs: performance.now() - began })
})
