import type { PageRequest } from '@/contracts/http'
import { ProblemError } from './errors'

const most = 100
const usual = 20

/** The page that `limit` (1 to 100) and `cursor` ask for; 400 when malformed. */
export function readPage(request: Request): PageRequest {
  const query = new URL(request.url).searchParams
  const limit = query.get('limit')
  if (limit !== null && !/^([1-9]\d?|100)$/.test(limit))
    throw new ProblemError(
      'malformed-request',
      `The limit is a whole number from 1 to ${most}.`,
    )
  return {
    limit: limit === null ? usual : Number(limit),
    cursor: query.get('cursor'),
  }
}

/** The address of the next page, as a `Link` field (RFC 8288). */
export function linkToNext(
  request: Request,
  next: string | null,
): Record<string, string> {
  if (next === null) return {}
  const { pathname, searchParams } = new URL(request.url)
  searchParams.set('cursor', next)
  return { Link: `<${pathname}?${searchParams.toString()}>; rel="next"` }
}
