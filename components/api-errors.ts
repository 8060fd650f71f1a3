import type { Problem } from '@/contracts/problem'
import type { ProblemSlug } from '@/contracts/problems'
import type { WireMessage } from '@/contracts/trace'
import type { KindWords } from './kind-words'
import { traceOf } from './trace-of'

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

  /** The trace of the refused request, where it is the reader's to read. */
  get traceId(): string | null {
    return traceOf(new Map(this.response.headers))
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

/** What is to be said of it is known already. */
export class ToldError extends Error {
  override readonly name = 'ToldError'
  constructor(readonly words: KindWords) {
    super(words.title)
  }
}

/** An answer came, and it is not what the contract promises. */
export class BrokenContractError extends Error {
  override readonly name = 'BrokenContractError'
}
