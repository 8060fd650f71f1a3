import { requireOwner } from '@/server/guests/require-part'
import { endpoint } from '@/server/http/endpoint'
import { ProblemError } from '@/server/http/errors'
import { otherMethods } from '@/server/http/other-methods'
import { houseDatabase } from '@/server/http/visit'
import { findSharedTrace } from '@/server/sharing/find-shared-trace'
import { SharedTraceNotFoundError } from '@/server/sharing/share-errors'
import { takeBack } from '@/server/sharing/take-back'
import { toOtlp } from '@/tracing/otlp'

/** For whoever has the link, and for no catalogue. */
const headers = { 'X-Robots-Tag': 'noindex, nofollow' }

/** A shared trace, for anybody who has its id. No credentials are read. */
export const GET = endpoint(
  async ({ request, params, step }) => {
    const format = new URL(request.url).searchParams.get('format') ?? 'flat'
    if (format !== 'flat' && format !== 'otlp')
      throw new ProblemError(
        'malformed-request',
        'The formats are flat and otlp.',
      )
    const copy = await step('find the copy', () =>
      findSharedTrace(houseDatabase(), params.id),
    )
    if (!copy) throw new SharedTraceNotFoundError()
    const body = format === 'otlp' ? toOtlp(copy) : copy
    return { status: 200, headers, body }
  },
  { credentials: 'none', isTraced: false },
)

/** Takes a share back. A stranger is told that there is none. */
export const DELETE = endpoint(
  async ({ db, params, member, step }) => {
    requireOwner(member)
    await step('take the copy back', () => takeBack(db, params.id))
    return { status: 204 }
  },
  { isTraced: false },
)

export const { POST, PUT, PATCH, OPTIONS } = otherMethods('GET', 'DELETE')
