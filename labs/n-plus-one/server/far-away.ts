import { setTimeout as wait } from 'node:timers/promises'

/**
 * The way to a database. One in the same process has no way to go, so this lab
 * waits before each statement for as long as a network would take there and
 * back. It counts the statements that went, and the time until the last answer.
 */
export class Way {
  readonly #delayMs: number
  readonly #began = performance.now()
  #statements = 0
  #tookMs = 0

  constructor(delayMs: number) {
    this.#delayMs = delayMs
  }

  async ask<Rows>(statement: () => Promise<Rows>): Promise<Rows> {
    this.#statements += 1
    if (this.#delayMs > 0) await wait(this.#delayMs)
    const rows = await statement()
    this.#tookMs = performance.now() - this.#began
    return rows
  }

  /** What it took so far, to the microsecond. */
  get cost() {
    const tookMs = Math.round(this.#tookMs * 1000) / 1000
    return { statements: this.#statements, tookMs }
  }
}
