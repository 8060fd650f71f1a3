/** What a cookie says of requests that begin on another site. */
export const sameSites = ['none', 'lax', 'strict'] as const
export type SameSite = (typeof sameSites)[number]

/** A door that asks for the cookie alone, and one that asks for more. */
export const forgeryDoors = ['trusting', 'guarded'] as const
export type ForgeryDoor = (typeof forgeryDoors)[number]

/** The address that stands in the twin's account before anybody changes it. */
export const ownEmail = 'mara@plateful.example'
