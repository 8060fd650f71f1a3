import * as z from 'zod'
import { devices, loginSeconds, ticketWays } from './session-lab-choices'

export const Login = z
  .strictObject({
    device: z.enum(devices),
    seconds: z.literal([...loginSeconds]).meta({
      description: 'For how long the login is good.',
    }),
  })
  .meta({ id: 'Login' })
export type Login = z.infer<typeof Login>

const way = z.enum(ticketWays).meta({
  description:
    'A session in a row, a token alone, or a token whose row is looked up.',
})

/** The same login in three ways. */
export const LoggedIn = z
  .strictObject({
    tickets: z.array(z.strictObject({ way, token: z.string() })),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'LoggedIn' })
export type LoggedIn = z.infer<typeof LoggedIn>

/** A ticket that is shown at the door. */
export const Ticket = z
  .strictObject({ way, token: z.string().min(1).max(1_000) })
  .meta({ id: 'Ticket' })
export type Ticket = z.infer<typeof Ticket>

/** Who was let in. There is no such reply for anybody else. */
export const LetIn = z
  .strictObject({
    name: z.string(),
    device: z.enum(devices),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'LetIn' })
export type LetIn = z.infer<typeof LetIn>

export const LoggedOut = z
  .strictObject({
    rows: z.int().meta({ description: 'How many sessions were struck out.' }),
  })
  .meta({ id: 'LoggedOut' })
export type LoggedOut = z.infer<typeof LoggedOut>
