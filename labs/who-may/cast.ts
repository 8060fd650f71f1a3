import { BrokenContractError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { isRecord } from '@/components/read-reply'
import { sendRequest } from '@/components/send-request'
import { withSandbox } from '@/components/with-sandbox'
import type { Caller } from './words'

/** What a caller proves itself with. The owner has what the browser sends. */
export type Pass = { token: string; member: string | null }

/** Everybody but the owner, kept as long as the page lives. */
export type Cast = Record<Exclude<Caller, 'owner'>, Pass>

/**
 * Lets three people into the reader's sandbox, each by a code of their own, as
 * a phone comes in at `/join`; the stranger opens a sandbox elsewhere.
 */
export async function gatherCast(): Promise<Cast> {
  return {
    guest: await letIn('guest'),
    cook: await letIn('kitchen'),
    courier: await letIn('courier'),
    stranger: await openElsewhere(),
  }
}

async function letIn(part: 'guest' | 'kitchen' | 'courier'): Promise<Pass> {
  const { body: invitation } = await withSandbox(() =>
    sendRequest(
      '/api/sandboxes/current/invitations',
      jsonRequest('POST', { kind: 'phone', part }),
    ),
  )
  if (!isRecord(invitation)) throw new BrokenContractError('not an invitation')
  const { body } = await sendRequest('/api/joins', {
    ...jsonRequest('POST', { code: invitation.code }),
    ...alone,
  })
  if (
    !isRecord(body) ||
    typeof body.token !== 'string' ||
    typeof body.id !== 'string'
  )
    throw new BrokenContractError('not a place')
  return { token: body.token, member: body.id }
}

async function openElsewhere(): Promise<Pass> {
  const { body } = await sendRequest('/api/sandboxes', {
    ...jsonRequest('POST', { autopilot: false }),
    ...alone,
  })
  if (!isRecord(body) || typeof body.token !== 'string')
    throw new BrokenContractError('not a sandbox')
  return { token: body.token, member: null }
}

/** Shows everybody out who was let in. */
export async function sendAway({ guest, cook, courier }: Cast): Promise<void> {
  for (const { member } of [guest, cook, courier])
    await sendRequest(`/api/sandboxes/current/members/${member}`, {
      method: 'DELETE',
    }).catch(() => undefined)
}

/** Without the reader's own cookie: these are others, in this one browser. */
export const alone = { credentials: 'omit' } as const
