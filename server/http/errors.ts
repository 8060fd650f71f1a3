import type { Allowances } from '@/contracts/http'
import { problems, type ProblemSlug } from '@/contracts/problems'

type Extras = {
  errors?: { pointer: string; detail: string }[]
  allowed?: readonly string[]
  freshness?: 'unknown'
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

/** A limit was passed; tells when it is worth trying again (RFC 6585). */
export class TooManyRequestsError extends ProblemError {
  override name = 'TooManyRequestsError'
  constructor(detail: string, allowances: Allowances) {
    const seconds = allowances.exceeded?.resetSeconds ?? 60
    super('too-many-requests', `${detail} Wait ${seconds} s.`, {
      headers: { ...allowances.headers, 'Retry-After': String(seconds) },
    })
  }
}

type OAuthExtras = {
  status?: number
  headers?: Record<string, string>
  /** Where the error is answered to, if the address is known to be right. */
  redirectTo?: string
}

/**
 * An error of OAuth. The token endpoint answers it as JSON (RFC 6749, section
 * 5.2), the authorization endpoint by a redirect to the client (4.1.2.1).
 */
export class OAuthError extends Error {
  override name = 'OAuthError'
  readonly code: string
  readonly extras: OAuthExtras

  constructor(code: string, description: string, extras: OAuthExtras = {}) {
    super(description)
    this.code = code
    this.extras = extras
  }
}
