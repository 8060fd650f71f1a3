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
  #waiting: { isRead: boolean; goOn: (isGuest: boolean) => void }[] = []
  #isHeld = false
  /** Whether the job whose turn it is waits for something outside. */
  isPaused = false
  #sliceStart = performance.now()

  constructor(length: number) {
    this.#length = length
  }

  /** Waits for the turn; the returned function passes it on, once. */
  async enter(): Promise<() => void> {
    if (this.#isHeld) await this.#wait(false)
    return this.#take()
  }

  #take(): () => void {
    this.#isHeld = true
    let isLeft = false
    return () => {
      if (isLeft) return
      isLeft = true
      void this.#passOn()
    }
  }

  /**
   * As `enter`, for a job that only reads and takes no turn of the loop. While
   * the job whose turn it is pauses it need not wait: null says that it is let
   * through, and has no turn to pass on.
   */
  async enterToRead(): Promise<(() => void) | null> {
    if (this.isPaused) return null
    const isLetThrough = this.#isHeld && (await this.#wait(true))
    return isLetThrough ? null : this.#take()
  }

  /**
   * The job whose turn it is waits for something outside, in no transaction:
   * readers need not wait with it.
   */
  async pause(waiting: Promise<unknown>): Promise<void> {
    this.isPaused = true
    const readers = this.#waiting.filter(({ isRead }) => isRead)
    this.#waiting = this.#waiting.filter(({ isRead }) => !isRead)
    for (const { goOn } of readers) goOn(true)
    try {
      await waiting
    } finally {
      this.isPaused = false
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

  /** True for a reader that is let through, false when it is its turn. */
  async #wait(isRead: boolean): Promise<boolean> {
    if (this.#waiting.length >= this.#length) throw new QueueFullError()
    return new Promise((goOn) => this.#waiting.push({ isRead, goOn }))
  }

  async #passOn(): Promise<void> {
    if (performance.now() - this.#sliceStart > sliceMs) {
      await nextTurn()
      this.#sliceStart = performance.now()
    }
    const next = this.#waiting.shift()
    if (next) next.goOn(false)
    else this.#isHeld = false
  }
}
