export const devices = ['phone', 'laptop'] as const
export type Device = (typeof devices)[number]

/** A session in a row, a token alone, and a token whose row is looked up. */
export const ticketWays = ['session', 'token', 'listed'] as const
export type TicketWay = (typeof ticketWays)[number]

/** For how long somebody may be logged in, in seconds. */
export const loginSeconds = [15, 30, 120] as const
export type LoginSeconds = (typeof loginSeconds)[number]

/** Who logs in. */
export const whoLogsIn = 'Ada'
