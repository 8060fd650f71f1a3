import type {
  Invitation,
  InvitationList,
  Join,
  MemberList,
  NewInvitation,
  Wall,
  WayIn,
} from '@/contracts/members'
import { BrokenContractError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { ensureSandbox } from '@/components/sandbox-session'
import { sendRequest } from '@/components/send-request'
import {
  isInvitation,
  isInvitationList,
  isJoin,
  isMemberList,
  isWall,
  isWayIn,
} from './read-members'

const here = '/api/sandboxes/current'

/** What a code opens. Looking uses nothing up. */
export async function lookAtCode(code: string): Promise<WayIn> {
  const { body } = await post('/api/joins/preview', { code })
  if (!isWayIn(body)) throw new BrokenContractError('not a way in')
  return body
}

/** Uses a code. The reply brings the cookie of the other sandbox along. */
export async function join(code: string, name?: string): Promise<Join> {
  const { body } = await post('/api/joins', name ? { code, name } : { code })
  if (!isJoin(body)) throw new BrokenContractError('not a join')
  return body
}

/** Opens a way in; a first visit opens its sandbox before. */
export async function invite(wish: NewInvitation): Promise<Invitation> {
  await ensureSandbox()
  const { body } = await post(`${here}/invitations`, wish)
  if (!isInvitation(body)) throw new BrokenContractError('not an invitation')
  return body
}

export async function listInvitations(): Promise<InvitationList['items']> {
  const { body } = await sendRequest(`${here}/invitations`)
  if (!isInvitationList(body)) throw new BrokenContractError('no invitations')
  return body.items
}

export async function closeInvitation(id: string): Promise<void> {
  await sendRequest(`${here}/invitations/${id}`, { method: 'DELETE' })
}

export async function listMembers(): Promise<MemberList['items']> {
  const { body } = await sendRequest(`${here}/members`)
  if (!isMemberList(body)) throw new BrokenContractError('no members')
  return body.items
}

/** Shows somebody out, or leaves. */
export async function showOut(id: string): Promise<void> {
  await sendRequest(`${here}/members/${id}`, { method: 'DELETE' })
}

export async function readWall(): Promise<Wall['items']> {
  const { body } = await sendRequest('/api/wall')
  if (!isWall(body)) throw new BrokenContractError('not a wall')
  return body.items
}

function post(path: string, body: unknown) {
  return sendRequest(path, jsonRequest('POST', body))
}
