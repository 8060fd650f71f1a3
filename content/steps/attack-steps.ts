/** The steps of the labs about attacks, with the chapter that tells more. */
export const attackSteps = {
  'join the page': 'security',
} as const
