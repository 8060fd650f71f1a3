import type { MessagePort } from 'node:worker_threads'

/**
 * A server as small as one can be. It is given a thread of its own, and it
 * keeps a name where programs keep things first: in a variable.
 */
export function smallServer(pass: Pick<MessagePort, 'on' | 'postMessage'>) {
  let name: string | null = null

  pass.on('message', (told: string | null) => {
    if (told !== null) name = told
    pass.postMessage(name)
  })
}
