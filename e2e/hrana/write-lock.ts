import { HranaError } from './protocol'

type Waiter = { holder: object; take: () => void; timer: NodeJS.Timeout }

/**
 * SQLite has one writer. Two connections of this process would answer each
 * other with SQLITE_BUSY, which spoils a connection of the native driver, so
 * the turn is taken here, first come, first served. Who waits too long gets
 * the error that the real server sends.
 */
export class WriteLock {
  readonly #longestWaitMs: number
  #holder: object | null = null
  #waiting: Waiter[] = []

  constructor(longestWaitMs: number) {
    this.#longestWaitMs = longestWaitMs
  }

  /** Waits for the turn. Whoever has it already goes on at once. */
  take(holder: object): Promise<void> | void {
    if (this.#holder === null || this.#holder === holder) {
      this.#holder = holder
      return
    }
    return new Promise((take, refuse) => {
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((one) => one.timer !== timer)
        refuse(
          new HranaError('SQLite error: database is locked', 'SQLITE_BUSY'),
        )
      }, this.#longestWaitMs)
      this.#waiting.push({ holder, take, timer })
    })
  }

  /** Passes the turn on, if the caller has it. */
  leave(holder: object): void {
    if (this.#holder !== holder) return
    const next = this.#waiting.shift()
    this.#holder = next?.holder ?? null
    if (!next) return
    clearTimeout(next.timer)
    next.take()
  }
}
