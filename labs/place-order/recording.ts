import * as z from 'zod'
import { Order } from '@/contracts/orders'
import { Trace, WireMessage } from '@/contracts/trace'
import recorded from '@/recordings/place-order.json'

/** A real run, kept with the code by `npm run record`. */
const Recording = z.object({
  label: z.string(),
  recordedAt: z.iso.datetime(),
  version: z.string(),
  order: Order,
  request: WireMessage,
  response: WireMessage,
  trace: Trace,
})

/** The recorded order. Read on the server only: a page carries what it draws. */
export const recording = Recording.parse(recorded)
