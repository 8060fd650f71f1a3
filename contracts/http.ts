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

/** How much of a limit is left: RateLimit header fields for HTTP. */
export class Allowances {
  readonly list: {
    name: string
    limit: number
    remaining: number
    resetSeconds: number
  }[]

  constructor(list: Allowances['list']) {
    this.list = list
  }

  /** `RateLimit-Policy` and `RateLimit`, as the IETF draft writes them. */
  get headers(): Record<string, string> {
    if (this.list.length === 0) return {}
    const policies = this.list.map((one) => `"${one.name}";q=${one.limit};w=60`)
    const left = this.list.map(
      (one) => `"${one.name}";r=${one.remaining};t=${one.resetSeconds}`,
    )
    return {
      'RateLimit-Policy': policies.join(', '),
      RateLimit: left.join(', '),
    }
  }
}
