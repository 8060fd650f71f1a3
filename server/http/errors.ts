import { problems, type ProblemSlug } from '@/contracts/problems'

type Extras = {
  errors?: { pointer: string; detail: string }[]
  allowed?: readonly string[]
  headers?: Record<string, string>
}

/**
 * An error that a caller may know of. Named errors of the backend extend it;
 * server/http/problem-response answers it as a problem document (RFC 9457).
 */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly slug: ProblemSlug
  readonly extras: Extras

  constructor(slug: ProblemSlug, detail: string, extras: Extras = {}) {
    super(detail)
    this.slug = slug
    this.extras = extras
  }

  get status(): number {
    return problems[this.slug].status
  }
}

/** There is nothing here, or it is somebody else's: both look the same. */
export class NotFoundError extends ProblemError {
  override name = 'NotFoundError'
  constructor(what: string) {
    super('not-found', `There is no such ${what} in your sandbox.`)
  }
}
