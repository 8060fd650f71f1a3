import * as z from 'zod'
import { Order } from './orders'
import { Part } from './parts'

/** The signs of a name that others see: no control characters, no line ends. */
const shownText = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$/u

/** A name as others see it: free text of at most 24 characters. */
export const GuestName = z
  .string()
  .trim()
  .min(1)
  .max(24)
  .regex(shownText, 'A name has no control characters and no line breaks.')

/** A way in for one phone in a part, or for a class of guests. */
export const NewInvitation = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('phone'), part: Part }),
    z.strictObject({
      kind: z.literal('class'),
      minutes: z.int().min(5).max(180).default(90),
    }),
  ])
  .meta({ id: 'NewInvitation' })
export type NewInvitation = z.infer<typeof NewInvitation>

const invited = {
  id: z.string().startsWith('inv_'),
  kind: z.enum(['phone', 'class']),
  part: Part,
  seats: z.int().meta({ description: 'How many may still come in by it.' }),
  expiresAt: z.iso.datetime(),
}

/** The code is told once, to whoever made it; what is kept is its hash. */
export const Invitation = z
  .strictObject({
    ...invited,
    code: z.string().meta({ description: 'Typed at `/join`.' }),
    url: z.url().meta({ description: 'The same code as a link.' }),
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>

export const InvitationList = z
  .strictObject({ items: z.array(z.strictObject(invited)) })
  .meta({ id: 'InvitationList' })
export type InvitationList = z.infer<typeof InvitationList>

export const MemberList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.string().startsWith('mbr_'),
        part: Part,
        name: z.string().nullable(),
        joinedAt: z.iso.datetime(),
        expiresAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'MemberList' })
export type MemberList = z.infer<typeof MemberList>

export const NewJoin = z
  .strictObject({
    code: z
      .string()
      .min(1)
      .max(32)
      .meta({ examples: ['7K2-QFDX'] }),
    name: GuestName.optional().meta({
      description: 'How a class sees you. Shown only inside the class.',
    }),
  })
  .meta({ id: 'NewJoin' })
export type NewJoin = z.infer<typeof NewJoin>

/** What a code opens, told before it is used. */
export const WayIn = z
  .strictObject({
    kind: z.enum(['phone', 'class']),
    part: Part,
    seats: z.int(),
    expiresAt: z.iso.datetime(),
    isYours: z.boolean().meta({
      description: 'Whether the browser that asks has opened that sandbox.',
    }),
  })
  .meta({ id: 'WayIn' })
export type WayIn = z.infer<typeof WayIn>

export const Code = NewJoin.pick({ code: true }).meta({ id: 'Code' })
export type Code = z.infer<typeof Code>

/** The newest orders of everybody in a sandbox, and what each set in motion. */
export const Wall = z
  .strictObject({
    items: z.array(
      z.strictObject({
        order: Order,
        traceId: z.string().nullable().meta({
          description: 'The trace of the request that placed it.',
        }),
      }),
    ),
  })
  .meta({ id: 'Wall' })
export type Wall = z.infer<typeof Wall>

/** A place in somebody’s sandbox. */
export const Join = z
  .strictObject({
    id: z.string().startsWith('mbr_'),
    sandbox: z.string().startsWith('sbx_'),
    kind: z.enum(['phone', 'class']),
    part: Part,
    name: z.string().nullable(),
    token: z.string().meta({ description: 'For `Authorization: Bearer …`.' }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Join' })
export type Join = z.infer<typeof Join>
