import * as z from 'zod'
import { Part } from './parts'

export const NewSandbox = z
  .strictObject({
    autopilot: z.boolean().default(false).meta({
      description: 'Kitchen and courier work by themselves.',
    }),
  })
  .meta({ id: 'NewSandbox' })
export type NewSandbox = z.infer<typeof NewSandbox>

/** A visitor's own Plateful: orders, events and traces nobody else can see. */
export const Sandbox = z
  .strictObject({
    id: z.string().startsWith('sbx_'),
    token: z.string().meta({ description: 'For `Authorization: Bearer …`.' }),
    expiresAt: z.iso
      .datetime()
      .meta({ description: 'When it is cleared, unless it is used before.' }),
  })
  .meta({ id: 'Sandbox' })
export type Sandbox = z.infer<typeof Sandbox>

/** In which format a token is wanted. Every door takes both. */
export const TokenWish = z
  .strictObject({
    format: z.enum(['jwt', 'paseto']).default('jwt').meta({
      description: 'A JWT (HS256), or a PASETO (v4.public).',
    }),
  })
  .meta({ id: 'TokenWish' })
export type TokenWish = z.infer<typeof TokenWish>

/** A token for the reader's own tools: what a page's cookie proves, as text. */
export const SandboxToken = z
  .strictObject({
    id: z.string().startsWith('sbx_'),
    token: z.string().meta({ description: 'For `Authorization: Bearer …`.' }),
    expiresAt: z.iso
      .datetime()
      .meta({ description: 'When the token stops working: after a day.' }),
  })
  .meta({ id: 'SandboxToken' })
export type SandboxToken = z.infer<typeof SandboxToken>

/** The sandbox a request belongs to. */
export const CurrentSandbox = z
  .strictObject({
    id: z.string().startsWith('sbx_'),
    autopilot: z.boolean(),
    expiresAt: z.iso.datetime(),
    part: Part.nullable().meta({
      description: 'The part you play here; null for the owner, who plays all.',
    }),
    shifts: z
      .array(z.strictObject({ part: Part, until: z.iso.datetime() }))
      .meta({
        description: 'What people play now. The rest is the autopilot’s.',
      }),
  })
  .meta({ id: 'CurrentSandbox' })
export type CurrentSandbox = z.infer<typeof CurrentSandbox>

/** Turns the autopilot on or off, for the orders under way as well. */
export const SandboxChange = z
  .strictObject({ autopilot: z.boolean() })
  .meta({ id: 'SandboxChange' })
export type SandboxChange = z.infer<typeof SandboxChange>

/** A person plays a part until then, unless they say so again before. */
export const Shift = z
  .strictObject({ part: Part, until: z.iso.datetime() })
  .meta({ id: 'Shift' })
export type Shift = z.infer<typeof Shift>
