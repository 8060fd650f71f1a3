/** What may be left open in a message, to be filled in when it is sent. */
export const blanks = {
  cookie: '{your cookie}',
  token: '{your token}',
  bodyLength: '{body length}',
} as const

/** `{17000 letters}` stands for so many of them. */
export const lettersBlank = /\{(\d{1,5}) letters\}/g

/** So much may a message have, as it is written and as it is sent. */
export const longestText = 8 * 1024
export const longestMessage = 32 * 1024
/** So much of what comes back is read, and so long it is waited for. */
export const longestAnswer = 64 * 1024
export const longestWaitMs = 3_000
