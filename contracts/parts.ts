import * as z from 'zod'

/** The parts of the play. An owner of a sandbox may play all three. */
export const Part = z
  .enum(['guest', 'kitchen', 'courier'])
  .meta({ id: 'Part', description: 'Guest, kitchen or courier.' })
export type Part = z.infer<typeof Part>

/** Who did it: a part that a person plays, or the autopilot for one. */
export const Actor = z.enum([...Part.options, 'autopilot']).meta({
  id: 'Actor',
  description: 'The part that did it, or the autopilot in its place.',
})
export type Actor = z.infer<typeof Actor>

/** Somebody who joined a sandbox that is another's, and their part in it. */
export type Member = { id: string; part: Part; name: string | null }
