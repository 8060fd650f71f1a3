import { CourierNote, KeptCourierNote } from './encrypt-lab'
import { baggage, traceparent, writing } from './openapi-parameters'
import { json, limitHeaders, type Operation } from './openapi-parts'

/** What the lab about encryption asks of the backend. */
export const encryptLabOperations: Record<string, Operation> = {
  'POST /api/labs/encrypt': {
    tag: 'Labs',
    id: 'keepCourierNote',
    summary: 'Keep a note, and see what the disk has of it',
    description:
      'Writes the note into a database file that is thrown away with the reply, reads it back, and answers with every byte of that file, and with the bytes that a listener has of the note on its way through TLS.',
    parameters: [traceparent, baggage],
    body: {
      schema: CourierNote,
      example: { kind: 'open', note: 'The bell is shy. Please knock.' },
    },
    replies: {
      201: json(
        'The row, the disk and the line.',
        KeptCourierNote,
        limitHeaders,
      ),
    },
    refusals: ['malformed-request', ...writing, 'lab-busy', 'house-full'],
  },
}
