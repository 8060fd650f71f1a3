import { currentTraceparent } from '@/tracing/current'
import { readTraceparent, type TraceParent } from '@/tracing/trace-context'
import { cookieNamed, readCookie } from './cookie'

const name = 'sign-in-trace'
/** Whoever takes longer over the form begins another trace. */
const seconds = 10 * 60

/**
 * A browser that follows a link or sends a form names no trace. While somebody
 * signs in, this cookie does, so that all pages of it are one trace.
 */
export function cookieForTrace(): string[] {
  const traceparent = currentTraceparent()
  return traceparent === null ? [] : [cookieNamed(name, traceparent, seconds)]
}

/** The trace that a request goes on with; where it may be, by the cookie. */
export function readParent(
  headers: Headers,
  byCookie = false,
): TraceParent | null {
  const named = headers.get('traceparent')
  return readTraceparent(named ?? (byCookie ? readCookie(headers, name) : null))
}

/** The `Set-Cookie` value for when the sign-in is over. */
export function forgottenTraceCookie(): string {
  return cookieNamed(name, '', 0)
}
