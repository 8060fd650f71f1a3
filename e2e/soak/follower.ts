import { setTimeout as sleep } from 'node:timers/promises'
import { createParser } from 'eventsource-parser'

/**
 * Follows a sandbox's events through every cut and restart, by Last-Event-ID,
 * and keeps the ids of all but the spans.
 */
export class Follower {
  readonly ids: number[] = []
  resumed = 0
  #last: string | null = null
  #leaving = new AbortController()
  #done: Promise<void>
  #tellStarted = () => {}
  /** Resolves when it has a place in the log from which nothing is missed. */
  readonly started = new Promise<void>((resolve) => {
    this.#tellStarted = resolve
  })

  constructor(
    readonly url: string,
    readonly token: string,
  ) {
    this.#done = this.#follow()
  }

  async leave(): Promise<void> {
    this.#leaving.abort()
    await this.#done
  }

  async #follow(): Promise<void> {
    const { signal } = this.#leaving
    for (let times = 0; !signal.aborted; times++) {
      if (this.#last !== null && times > 0) this.resumed++
      await this.#read(signal).catch(() => undefined)
      if (!signal.aborted) await sleep(Math.random() * 200)
    }
  }

  async #read(signal: AbortSignal): Promise<void> {
    const reply = await fetch(`${this.url}/api/events`, {
      signal,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(this.#last === null ? {} : { 'last-event-id': this.#last }),
      },
    })
    if (reply.status !== 200 || !reply.body) return
    const parser = createParser({
      onEvent: ({ id, event = '' }) => {
        if (id === undefined) return
        this.#last = id
        if (!event.startsWith('span.')) this.ids.push(Number(id))
      },
    })
    let opening = ''
    const decoder = new TextDecoder()
    for await (const chunk of reply.body) {
      const text = decoder.decode(chunk, { stream: true })
      // The first block carries an id and no event: the parser passes over it.
      if (this.#last === null) {
        opening += text
        const [, id] = /^id: (\d+)\n\n/m.exec(opening) ?? []
        if (id !== undefined) {
          this.#last = id
          this.#tellStarted()
        }
      }
      parser.feed(text)
    }
  }
}
