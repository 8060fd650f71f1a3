import type {
  Invitation,
  InvitationList,
  Join,
  MemberList,
  Wall,
  WayIn,
} from '@/contracts/members'
import { isRecord } from '@/components/read-reply'
import { isWholeOrder } from '@/components/delivery/read-delivery'

/*
 * What these screens rely on in a reply, checked by hand as in
 * components/read-reply.ts: the schemas would outweigh the page.
 */

export function isInvitation(value: unknown): value is Invitation {
  return (
    isOpening(value) &&
    'code' in value &&
    typeof value.code === 'string' &&
    'url' in value &&
    typeof value.url === 'string'
  )
}

export function isInvitationList(value: unknown): value is InvitationList {
  return isListOf(value, isOpening)
}

export function isMemberList(value: unknown): value is MemberList {
  return isListOf(
    value,
    (one) =>
      isRecord(one) &&
      typeof one.id === 'string' &&
      isPart(one.part) &&
      typeof one.joinedAt === 'string',
  )
}

export function isWayIn(value: unknown): value is WayIn {
  return (
    isRecord(value) &&
    isPart(value.part) &&
    typeof value.expiresAt === 'string' &&
    typeof value.isYours === 'boolean'
  )
}

export function isJoin(value: unknown): value is Join {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.sandbox === 'string' &&
    typeof value.expiresAt === 'string' &&
    isPart(value.part)
  )
}

export function isWall(value: unknown): value is Wall {
  return isListOf(value, (one) => isRecord(one) && isWholeOrder(one.order))
}

function isOpening(value: unknown): value is InvitationList['items'][number] {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.seats === 'number' &&
    typeof value.expiresAt === 'string' &&
    isPart(value.part)
  )
}

function isPart(value: unknown): boolean {
  return value === 'guest' || value === 'kitchen' || value === 'courier'
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return (
    isRecord(value) && Array.isArray(value.items) && value.items.every(isOne)
  )
}
