import { RaceByHand, RaceOften, RaceStory, RaceTally } from './last-portion'
import { baggage, traceparent, writing } from './openapi-parameters'
import { json, limitHeaders, type Operation } from './openapi-parts'

/** What the race for the last portion asks of the backend. */
export const lastPortionOperations: Record<string, Operation> = {
  'POST /api/labs/last-portion': {
    tag: 'Labs',
    id: 'raceByHand',
    summary: 'Race for the last portion',
    description:
      'Two guests and one portion, in a shop in memory that is gone with the reply. Their programs go on by one statement each, in the order that you name. Answers with what each statement read or changed, and with what the books say.',
    parameters: [traceparent, baggage],
    body: {
      schema: RaceByHand,
      example: {
        way: 'look-first',
        turns: ['ada', 'ben', 'ada', 'ada', 'ben', 'ben'],
      },
    },
    replies: { 200: json('The race.', RaceStory, limitHeaders) },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
  'POST /api/labs/last-portion/races': {
    tag: 'Labs',
    id: 'raceOften',
    summary: 'Race two hundred times',
    description:
      'The same race 200 times, its order left to the timers of the server. Answers with the outcome of each, and with the first race in full. A server does it for two readers at a time.',
    parameters: [traceparent, baggage],
    body: {
      schema: RaceOften,
      example: { way: 'guarded', withinMs: 20 },
    },
    replies: { 200: json('Every race.', RaceTally, limitHeaders) },
    refusals: ['malformed-request', ...writing, 'house-full', 'lab-busy'],
  },
}
