import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import * as z from 'zod'
import { Drawers, Moment, type Way } from '@/contracts/power-cut'

/** The program that is killed; its text is shown to the reader. */
export const programFile = join(
  /* turbopackIgnore: true */ process.cwd(),
  'labs/power-cut/server/write-order.mjs',
)

const longestMs = 10_000

const Said = z.union([
  z.strictObject({ sent: z.string() }),
  z.strictObject({ reached: Moment, sees: Drawers }),
])

/** The process that writes the order, until it is killed. */
export class Writer {
  readonly #process: ChildProcess
  readonly #ended: Promise<unknown[]>
  readonly #startedAt = performance.now()
  readonly #sent: string[] = []

  constructor(file: string, way: Way) {
    this.#process = spawn(process.execPath, [programFile, file, way], {
      // Nothing of this server's is handed on: no variable, no open file.
      env: { NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      timeout: longestMs,
      killSignal: 'SIGKILL',
    })
    this.#ended = once(this.#process, 'exit')
  }

  /** Lets it go on as far as that moment; tells what it sees there. */
  reach(moment: Moment): Promise<Drawers> {
    const reached = new Promise<Drawers>((resolve) => {
      this.#process.on('message', (message) => {
        const said = Said.parse(message)
        if ('sent' in said) this.#sent.push(said.sent)
        else if (said.reached === moment) resolve(said.sees)
        else this.#process.send('go on')
      })
    })
    const ended = this.#ended.then(() => {
      throw new Error(`The writer ended before it was at "${moment}"`)
    })
    return Promise.race([reached, ended])
  }

  /** SIGKILL, which no program can catch, and the wait until it is gone. */
  async kill() {
    this.#process.kill('SIGKILL')
    const [, signal] = await this.#ended
    return {
      sent: this.#sent,
      pid: this.#process.pid ?? 0,
      signal: String(signal),
      aliveMs: performance.now() - this.#startedAt,
    }
  }
}
