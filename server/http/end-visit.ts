import type { Span } from '@opentelemetry/api'
import { timeNow } from '@/tracing/clock'
import { enclose } from '@/tracing/recorder'
import type { Visit } from '@/tracing/visit'
import { bodyOf } from './read-json'
import { noteSecretsOfReply } from './secret-parameters'
import { wireMessage } from './visit-span'
import { headOfRequest, headOfResponse, notedWire, parseHead } from './wire'

type Ending = {
  visit: Visit
  span: Span
  request: Request
  response: Response
  body: string | null
}

/**
 * Ends the span of a visit, with both messages on it. Node and Next add to the
 * response until its head leaves, and only then is it known as it crosses.
 */
export function endVisit({ visit, span, request, response, body }: Ending) {
  const endedAt = timeNow()
  if (!visit.isKept) return span.end(endedAt)
  noteSecretsOfReply(visit, response.headers, body)

  const end = (head: string | null) => {
    const sent = head === null ? headOfResponse(response) : parseHead(head)
    enclose(span, {
      wire: {
        request: wireMessage(visit, headOfRequest(request), bodyOf(request)),
        response: wireMessage(visit, sent, body),
      },
    })
    span.end(endedAt)
  }
  const noted = notedWire(request)
  if (noted) noted.onHead = end
  else end(null)
}
