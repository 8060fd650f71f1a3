import { z } from 'zod'

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
  })
  .meta({ id: 'CurrentSandbox' })
export type CurrentSandbox = z.infer<typeof CurrentSandbox>
