import * as z from 'zod'

const server = z.enum(['A', 'B']).meta({
  description: 'Which of the reader’s two small servers answers.',
})

const room = z.string().max(100).meta({
  description: 'The address of the reader’s two servers, as it was told.',
})

/** A name to be kept, and the server that is told. */
export const ToldName = z
  .strictObject({ name: z.string().trim().min(1).max(24), server })
  .meta({ id: 'ToldName' })
export type ToldName = z.infer<typeof ToldName>

/** Which server is to be ended, and another started in its place. */
export const Restart = z.strictObject({ server }).meta({ id: 'Restart' })
export type Restart = z.infer<typeof Restart>

/** Which server is asked; the room is known to whoever was told it. */
export const WhoAmI = z.strictObject({ server, room })
export type WhoAmI = z.infer<typeof WhoAmI>

const name = z.string().nullable()

/** What one server knows of whoever is asking, and from where. */
export const Memory = z
  .strictObject({
    room,
    server,
    thread: z.int().meta({ description: 'The thread that the server is.' }),
    startedAt: z.iso.datetime(),
    process: z.int().meta({ description: 'The process that it lives in.' }),
    cameWith: z.strictObject({ session: z.boolean(), name: z.boolean() }),
    variable: name.meta({ description: 'In a variable of that server.' }),
    cookie: name.meta({ description: 'In a signed cookie of the browser.' }),
    row: name.meta({ description: 'In the database, by the session.' }),
  })
  .meta({ id: 'Memory' })
export type Memory = z.infer<typeof Memory>
