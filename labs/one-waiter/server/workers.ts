import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import * as z from 'zod'

const Computed = z.strictObject({ metres: z.int(), workMs: z.number() })
type Computed = z.infer<typeof Computed>
type Job = { done: (result: Computed) => void; fail: (error: Error) => void }

const program = join(
  /* turbopackIgnore: true */ process.cwd(),
  'labs/one-waiter/server/worker.mjs',
)
const threads = 2
/** Without work for so long the threads are let go. */
const idleMs = 15_000

/** Two threads for the whole server; what they cannot do yet waits in line. */
class Workers {
  readonly #line: Job[] = []
  readonly #busy = new Map<Worker, Job | null>()
  #idle: NodeJS.Timeout | undefined

  /** Resolves when one of the two has done it. */
  work(): Promise<Computed> {
    clearTimeout(this.#idle)
    return new Promise((done, fail) => {
      this.#line.push({ done, fail })
      this.#handOut()
    })
  }

  #handOut(): void {
    while (this.#line.length > 0) {
      const free = this.#findFree()
      const job = free && this.#line.shift()
      if (!free || !job) return
      this.#busy.set(free, job)
      free.postMessage('compute')
    }
    const isIdle = [...this.#busy.values()].every((job) => job === null)
    if (isIdle) this.#idle = setTimeout(() => this.#letGo(), idleMs).unref()
  }

  #findFree(): Worker | null {
    for (const [worker, job] of this.#busy) if (job === null) return worker
    return this.#busy.size < threads ? this.#start() : null
  }

  #start(): Worker {
    const worker = new Worker(program, {
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 32 },
    })
    worker.unref()
    worker.on('message', (message) => {
      this.#busy.get(worker)?.done(Computed.parse(message))
      this.#busy.set(worker, null)
      this.#handOut()
    })
    worker.on('error', (error) => {
      this.#busy.get(worker)?.fail(error)
      this.#busy.delete(worker)
      this.#handOut()
    })
    this.#busy.set(worker, null)
    return worker
  }

  #letGo(): void {
    for (const worker of this.#busy.keys()) void worker.terminate()
    this.#busy.clear()
  }
}

let made: Workers | undefined

/** The two threads of this server, started when there is work. */
export function workers(): Workers {
  return (made ??= new Workers())
}
