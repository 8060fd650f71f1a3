import * as z from 'zod'
import {
  bursts,
  callers,
  countings,
  ratesPerSecond,
  sharings,
} from './rate-limit-choices'

/** One request of a flood, and the limit that it is held against. */
export const RateLimitTry = z
  .strictObject({
    caller: z.enum(callers),
    sharing: z.enum(sharings),
    counting: z.enum(countings),
    perSecond: z.literal([...ratesPerSecond]),
    burst: z.literal([...bursts]),
  })
  .meta({ id: 'RateLimitTry' })
export type RateLimitTry = z.infer<typeof RateLimitTry>

/** It was let through. */
export const RateLimitTried = z
  .strictObject({ caller: z.enum(callers), remaining: z.int().min(0) })
  .meta({ id: 'RateLimitTried' })
