import { OtlpExport } from './otlp'
import {
  text,
  inPath,
  inQuery,
  ifNoneMatch,
  reading,
} from './openapi-parameters'
import {
  empty,
  etagHeader,
  json,
  limitHeaders,
  type Operation,
} from './openapi-parts'
import { refTo } from './openapi-schemas'
import { Share, SharedTrace } from './shared-trace'

const share = inPath(
  'id',
  'The id of the copy.',
  'shr_0123456789abcdef0123456789abcdef',
)

/** Traces that travel: a public copy is made, read, taken back. */
export const shareOperations: Record<string, Operation> = {
  'POST /api/traces/{traceId}/share': {
    tag: 'Traces',
    id: 'shareTrace',
    summary: 'Share a trace',
    description:
      'Makes a public copy, as the trace is now, under an id that nobody can guess. It outlives the sandbox and is cleared 90 days after somebody last looked at it. Secrets stay masked; the sandbox’s id and what the browser said of itself are left out. 20 copies a sandbox, 10 a minute.',
    parameters: [
      inPath('traceId', 'The trace.', '4bf92f3577b34da6a3ce929d0e0e4736'),
    ],
    replies: {
      201: json('Shared. `url` is its page.', Share, limitHeaders),
    },
    refusals: [
      ...reading,
      'cross-site-write',
      'not-your-part',
      'trace-not-found',
      'share-quota-exceeded',
      'no-room-to-share',
    ],
  },
  'GET /api/shared/{id}': {
    tag: 'Traces',
    id: 'getSharedTrace',
    summary: 'Read a shared trace',
    description:
      'For anybody who has the id; no credentials are read. With `?format=otlp` as OTLP/JSON.',
    parameters: [
      share,
      inQuery(
        'format',
        'The form.',
        text({ enum: ['flat', 'otlp'], default: 'flat' }),
      ),
      ifNoneMatch,
    ],
    replies: {
      200: {
        ...json('The copy.', SharedTrace, etagHeader),
        content: {
          'application/json': {
            schema: { oneOf: [refTo(SharedTrace), refTo(OtlpExport)] },
          },
        },
      },
      304: empty('You have this version already.', etagHeader),
    },
    refusals: ['malformed-request', 'shared-trace-not-found'],
    isOpen: true,
  },
  'DELETE /api/shared/{id}': {
    tag: 'Traces',
    id: 'takeBackSharedTrace',
    summary: 'Take a share back',
    description:
      'By the sandbox that made the copy. For everybody else there is no such copy.',
    parameters: [share],
    replies: { 204: empty('It is gone, and the link with it.') },
    refusals: [
      'not-signed-in',
      'cross-site-write',
      'not-your-part',
      'shared-trace-not-found',
    ],
  },
}
