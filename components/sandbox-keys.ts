/*
 * Where a browser keeps what it remembers of its sandbox, and how a change of
 * it is told within a tab. Apart, so that a page can look without loading more.
 */
export const sandboxKey = 'back-of-house.sandbox'
export const endedKey = 'back-of-house.place-ended'
export const sandboxChanged = 'back-of-house:sandbox'
