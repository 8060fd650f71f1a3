/** What a door answers, before it becomes bytes on the wire. */
export type Reply = {
  status: number
  headers?: Record<string, string>
  body?: unknown
  /** A strong validator (RFC 9110, section 8.8.3), quotes included. */
  etag?: string
  /** The body as it was sent the first time, for a repeated request. */
  text?: string
}

export type PageRequest = { limit: number; cursor: string | null }

/** How a limit stands after a request was counted. */
export type Allowance = {
  name: string
  /** So many may come in each window. */
  limit: number
  windowSeconds: number
  remaining: number
  /** Until it is one more that may come. */
  resetSeconds: number
  /** Whether this request was let through. */
  isPassed: boolean
}

/** How much of a limit is left: RateLimit header fields for HTTP. */
export class Allowances {
  readonly list: readonly Allowance[]

  constructor(list: readonly Allowance[]) {
    this.list = list
  }

  /** The limit that this request has passed; undefined while it may go on. */
  get exceeded(): Allowance | undefined {
    return this.list.find(({ isPassed }) => !isPassed)
  }

  /** `RateLimit-Policy` and `RateLimit`, as the IETF draft writes them. */
  get headers(): Record<string, string> {
    if (this.list.length === 0) return {}
    const policies = this.list.map(
      (one) => `"${one.name}";q=${one.limit};w=${one.windowSeconds}`,
    )
    const left = this.list.map(
      (one) => `"${one.name}";r=${one.remaining};t=${one.resetSeconds}`,
    )
    return {
      'RateLimit-Policy': policies.join(', '),
      RateLimit: left.join(', '),
    }
  }
}
