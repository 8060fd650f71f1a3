/** The timer asks to come this often. */
export const everyMs = 10
const mostSamples = 2_000

/**
 * Watches the event loop: a timer that should come every ten milliseconds
 * notes by how much it is late. Whoever computes on the main thread keeps the
 * timer waiting, and with it everybody else.
 */
export class LoopWatch {
  readonly #startedAt = performance.now()
  readonly late: [number, number][] = []
  readonly #timer: NodeJS.Timeout
  #dueAt = this.#startedAt + everyMs

  constructor() {
    this.#timer = setInterval(() => this.#note(), everyMs)
    this.#timer.unref()
  }

  #note(): void {
    const now = performance.now()
    const lateMs = Math.max(0, now - this.#dueAt)
    this.#dueAt = now + everyMs
    if (this.late.length < mostSamples)
      this.late.push([round(now - this.#startedAt), round(lateMs)])
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10
}
