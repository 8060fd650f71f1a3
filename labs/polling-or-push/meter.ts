import { ApiProblemError } from '@/components/api-errors'
import { watchTiming } from '@/components/request-timing'
import { sendRequest, type ApiReply } from '@/components/send-request'
import {
  headBytesOf,
  nothingYet,
  type Asked,
  type Received,
  type WayRecord,
} from './figures'

/** Why there was no reply, and how long the server asks to be left alone. */
export type NoReply = { isGone: boolean; waitMs: number }

/** Counts what one way asks and receives. */
export class Meter {
  record: WayRecord = nothingYet
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  /** Notes that a request leaves; the rest of it is told as it is known. */
  begin(): (rest: Partial<Asked>) => void {
    let asked: Asked = {
      at: performance.now(),
      endedAt: null,
      status: null,
      hasNews: false,
      isCut: false,
    }
    this.change({ asked: [...this.record.asked, asked] })
    return (rest) => {
      const next = { ...asked, ...rest }
      this.change({
        asked: this.record.asked.map((one) => (one === asked ? next : one)),
      })
      asked = next
    }
  }

  receive(bytes: Partial<Received>) {
    const received = { at: performance.now(), head: 0, body: 0, ...bytes }
    this.change({ received: [...this.record.received, received] })
  }

  change(part: Partial<WayRecord>) {
    this.record = { ...this.record, ...part }
    this.#onChange()
  }

  /** Sends one request, and counts it and its reply. */
  async ask(
    path: string,
    init: RequestInit,
    hasNews: (reply: ApiReply) => boolean,
  ): Promise<ApiReply | NoReply> {
    const tell = this.begin()
    const timing = watchTiming(path)
    try {
      const reply = await sendRequest(path, init)
      const { startLine, headers, bodyBytes } = reply.wire
      this.receive({ head: headBytesOf(startLine, headers) })
      tell({
        endedAt: performance.now(),
        status: reply.status,
        hasNews: hasNews(reply),
      })
      // As it crossed the wire, packed or not; the browser tells a little later.
      void timing().then((measured) => {
        const body = measured?.encodedBodySize ?? bodyBytes ?? 0
        if (body > 0) this.receive({ body })
      })
      return reply
    } catch (error) {
      const problem = error instanceof ApiProblemError ? error : null
      const status = problem?.problem.status ?? null
      const isCut = init.signal?.aborted ?? false
      tell({ endedAt: performance.now(), status, isCut })
      return {
        isGone: status === 401 || status === 404,
        waitMs: problem?.retryAfterMs ?? 0,
      }
    }
  }
}
