import type { ServerResponse } from 'node:http'
import { notedWire } from './wire'

/**
 * The way of a stream's blocks to its reader. Behind our own server
 * (scripts/serve.mjs) they are written to Node's response itself as soon as
 * Next has sent the head and the first block: on the way through a web stream
 * each costs several times as much. Anywhere else they take that way.
 */
export class EventOutlet {
  readonly #controller: ReadableStreamDefaultController<Uint8Array>
  #response: ServerResponse | undefined
  /** What was said while the head is on its way; null where it waits for none. */
  #waiting: Uint8Array[] | null = null
  #goOn = () => {}

  constructor(
    request: Request,
    controller: ReadableStreamDefaultController<Uint8Array>,
    first: Uint8Array,
  ) {
    this.#controller = controller
    const noted = request.method === 'GET' ? notedWire(request) : undefined
    const { response } = noted ?? {}
    if (noted && response) {
      this.#waiting = []
      // Next writes the first block right after the head: that comes before.
      noted.onHead = (head) =>
        head !== null && queueMicrotask(() => this.#turnTo(response))
    }
    controller.enqueue(first)
  }

  write(chunk: Uint8Array): void {
    if (this.#waiting) this.#waiting.push(chunk)
    else if (!this.#response) this.#controller.enqueue(chunk)
    // Node would report a write to a reader who has left as an error.
    else if (!this.#response.destroyed) this.#response.write(chunk)
  }

  get unreadBytes(): number {
    if (this.#response) return this.#response.writableLength
    const waiting = this.#waiting ?? []
    return waiting.reduce(
      (sum, { byteLength }) => sum + byteLength,
      -(this.#controller.desiredSize ?? 0),
    )
  }

  /** Whether the reader has yet to take what was sent. */
  get isFull(): boolean {
    return this.#response
      ? this.#response.writableNeedDrain
      : this.#waiting !== null || (this.#controller.desiredSize ?? 1) <= 0
  }

  /** Resolves when there may be room again, or when `goOn` says so. */
  room(): Promise<void> {
    return new Promise((resolve) => {
      this.#goOn = resolve
      this.#response?.once('drain', resolve)
    })
  }

  goOn(): void {
    this.#goOn()
  }

  #turnTo(response: ServerResponse): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    this.#response = response
    for (const chunk of waiting) this.write(chunk)
    this.#goOn()
  }
}
