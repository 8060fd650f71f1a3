/** The longest note that the lab encrypt keeps, in characters. */
export const longestNote = 120
