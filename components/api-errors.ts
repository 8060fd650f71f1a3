import type { Problem } from '@/contracts/problem'
import type { ProblemSlug } from '@/contracts/problems'
import type { WireMessage } from '@/contracts/trace'

/** The server answered with a problem document. */
export class ApiProblemError extends Error {
  override readonly name = 'ApiProblemError'
  constructor(
    readonly problem: Problem,
    /** From Retry-After, in milliseconds; null when the reply has none. */
    readonly retryAfterMs: number | null,
    /** The reply as it came. */
    readonly response: WireMessage,
  ) {
    super(problem.title)
  }

  /** The last part of the problem's type: `sold-out`. */
  get slug(): string {
    return this.problem.type.split('/').at(-1) ?? ''
  }

  is(...slugs: ProblemSlug[]): boolean {
    return slugs.some((slug) => slug === this.slug)
  }
}

/** No answer, or a broken one: nobody here knows whether it happened. */
export class NotKnownError extends Error {
  override readonly name = 'NotKnownError'
  constructor(readonly isOffline: boolean) {
    super(isOffline ? 'This browser is offline' : 'No whole answer came back')
  }
}

/** An answer came, and it is not what the contract promises. */
export class BrokenContractError extends Error {
  override readonly name = 'BrokenContractError'
}
