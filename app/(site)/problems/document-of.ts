import type { Problem } from '@/contracts/problem'
import { problems, type ProblemSlug } from '@/contracts/problems'
import { examples } from './examples'

/** Where this site stands is known only when it runs; a default stands in. */
const someAddress = 'http://127.0.0.1:3000'

/** The document that the example's request would be answered with. */
export function documentOf(slug: ProblemSlug): Problem {
  const { title, status } = problems[slug]
  const { request, detail, members } = examples[slug]
  const [, instance = '/api'] = request.split(' ')
  return {
    type: `${someAddress}/problems/${slug}`,
    title,
    status,
    detail,
    instance,
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    ...members,
  }
}

/** The names of RFC 9110 for the codes that this backend answers with. */
export const reasons: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
}

export function isSlug(slug: string): slug is ProblemSlug {
  return Object.hasOwn(problems, slug)
}

export const slugs = Object.keys(problems).filter(isSlug)
