import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'

export type Door = { path: string; headers?: Record<string, string> }

/** What one stream heard: which marks, how often, and when first. */
export class Stream {
  readonly heard = new Map<string, { at: number; times: number }>()
  lastId = ''
  #reply: IncomingMessage | undefined
  #rest = ''

  constructor(
    readonly markOf: (block: string) => string | undefined = spanMark,
  ) {}

  /** Resolves when the first block has come: from there on nothing is missed. */
  async open(port: number, { path, headers }: Door, agent: Agent) {
    const resume = this.lastId ? { 'last-event-id': this.lastId } : {}
    const asked = request({
      ...{ host: '127.0.0.1', port, path, agent },
      headers: { ...headers, ...resume },
    })
    asked.end()
    const [reply] = (await once(asked, 'response')) as [IncomingMessage]
    if (reply.statusCode !== 200)
      throw new Error(`${path}: ${reply.statusCode}`)
    this.#reply = reply
    reply.setEncoding('utf8')
    reply.on('data', (text: string) => this.#read(text))
    reply.on('error', () => {})
    await once(reply, 'data')
  }

  cut(): void {
    this.#reply?.destroy()
    this.#rest = ''
  }

  #read(text: string): void {
    const at = performance.now()
    const blocks = (this.#rest + text).split('\n\n')
    this.#rest = blocks.pop() ?? ''
    for (const block of blocks) {
      this.lastId = /^id: (\d+)/m.exec(block)?.[1] ?? this.lastId
      const mark = this.markOf(block)
      if (mark === undefined) continue
      const known = this.heard.get(mark)
      if (known) known.times++
      else this.heard.set(mark, { at, times: 1 })
    }
  }
}

/** The mark that a published span carries in its name. */
function spanMark(block: string): string | undefined {
  if (!block.includes('event: span.ended')) return undefined
  return /bench-\d+-\d+/.exec(block)?.[0]
}

const openedAtOnce = 50

/** Opens a stream at each door, so many at once. */
export async function openStreams(
  port: number,
  doors: readonly Door[],
  streams: readonly Stream[] = doors.map(() => new Stream()),
): Promise<readonly Stream[]> {
  // Without limits and without reuse: a socket each, as browsers have.
  const agent = new Agent({ maxSockets: Infinity })
  let next = 0
  const work = async () => {
    for (let at = next++; at < doors.length; at = next++) {
      const [door, stream] = [doors[at], streams[at]]
      if (door && stream) await stream.open(port, door, agent)
    }
  }
  await Promise.all(Array.from({ length: openedAtOnce }, work))
  return streams
}
