import * as z from 'zod'

/** The ways of taking a portion that the lab compares. */
export const raceWays = ['look-first', 'guarded', 'locked'] as const
export type RaceWay = (typeof raceWays)[number]

export const racers = ['ada', 'ben'] as const
export type Racer = (typeof racers)[number]

/** So many turns are more than any way has. */
const mostTurns = 24

/** One race, in an order that somebody has chosen. */
export const RaceByHand = z
  .strictObject({
    way: z.enum(raceWays).meta({
      description: 'How both guests take the portion.',
    }),
    turns: z.array(z.enum(racers)).max(mostTurns).meta({
      description: 'Whose program goes on by one statement, in this order.',
    }),
  })
  .meta({ id: 'RaceByHand' })
export type RaceByHand = z.infer<typeof RaceByHand>

const Value = z.union([z.string(), z.number(), z.null()])

/** A statement of a race, and what came of it. */
export const RaceTurn = z
  .strictObject({
    guest: z.enum(racers),
    statement: z.string(),
    parameters: z.array(Value),
    came: z.enum(['done', 'waits', 'enters']).meta({
      description:
        '`waits`: another has the lock. `enters`: it was waited for, and is had.',
    }),
    read: z.int().nullable().meta({
      description: 'The portions that it read; null when it read none.',
    }),
    changed: z.int().nullable().meta({
      description: 'The rows that it changed; null when it changes none.',
    }),
    atMs: z.number().meta({ description: 'Since the race began.' }),
  })
  .meta({ id: 'RaceTurn' })
export type RaceTurn = z.infer<typeof RaceTurn>

const answers = ['promised', 'sold-out'] as const
export type RaceAnswer = (typeof answers)[number]
const Answer = z.enum(answers).nullable().meta({
  description: 'What the guest was told; null when nothing yet.',
})

/** What happened in one race, in the order in which it happened. */
export const RaceStory = z
  .strictObject({
    turns: z.array(RaceTurn),
    answers: z.strictObject({ ada: Answer, ben: Answer }),
    left: z.int().meta({ description: 'The portions left, by the books.' }),
    promised: z.int().meta({ description: 'The orders that are kept.' }),
  })
  .meta({ id: 'RaceStory' })
export type RaceStory = z.infer<typeof RaceStory>

export const raceCount = 200
export const raceWindowsMs = [2, 20, 100] as const

/** Many races, whose order is left to the clock. */
export const RaceOften = z
  .strictObject({
    way: z.enum(raceWays),
    withinMs: z
      .union(raceWindowsMs.map((ms) => z.literal(ms)))
      .meta({ description: 'How far apart the two guests press, at most.' }),
  })
  .meta({ id: 'RaceOften' })
export type RaceOften = z.infer<typeof RaceOften>

export const raceOutcomes = ['once', 'twice', 'nobody', 'negative'] as const
export type RaceOutcome = (typeof raceOutcomes)[number]

/** What came of each race, by the books that it left behind. */
export const RaceTally = z
  .strictObject({
    outcomes: z.array(z.enum(raceOutcomes)),
    durationMs: z.number(),
    first: RaceStory,
  })
  .meta({ id: 'RaceTally' })
export type RaceTally = z.infer<typeof RaceTally>
