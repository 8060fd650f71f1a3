import { setImmediate as nextTurn } from 'node:timers/promises'

/** Thrown when too many jobs wait already; the caller may try again soon. */
export class QueueFullError extends Error {
  override name = 'QueueFullError'
  readonly code = 'QUEUE_FULL'
}

/** After this long without a turn of the event loop, the queue takes one. */
const sliceMs = 8

/**
 * One job at a time, in order. The embedded engine does its work on the event
 * loop and its promises resolve without leaving it, so a row of waiting writers
 * would keep every timer and socket waiting too: between jobs the queue lets
 * the loop turn.
 */
export class WriteQueue {
  readonly #length: number
  #waiting: (() => void)[] = []
  #isHeld = false
  #sliceStart = performance.now()

  constructor(length: number) {
    this.#length = length
  }

  /** Waits for the turn; the returned function passes it on, once. */
  async enter(): Promise<() => void> {
    if (this.#isHeld) {
      if (this.#waiting.length >= this.#length) throw new QueueFullError()
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#isHeld = true

    let isLeft = false
    return () => {
      if (isLeft) return
      isLeft = true
      void this.#passOn()
    }
  }

  async run<Result>(job: () => Promise<Result>): Promise<Result> {
    const leave = await this.enter()
    try {
      return await job()
    } finally {
      leave()
    }
  }

  async #passOn(): Promise<void> {
    if (performance.now() - this.#sliceStart > sliceMs) {
      await nextTurn()
      this.#sliceStart = performance.now()
    }
    const next = this.#waiting.shift()
    if (next) next()
    else this.#isHeld = false
  }
}
