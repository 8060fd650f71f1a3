/** Why an API token is refused, and what its bearer is told of it. */
export const tokenReasons = {
  form: 'The token is not one of ours: it has not the form of one.',
  algorithm:
    'The token is not one of ours: it asks for an algorithm that we do not use.',
  signature: 'The token is not one of ours: its signature does not fit.',
  type: 'The token is not one of ours: it is of another type.',
  audience: 'The token is not one of ours: it was made for somebody else.',
  claim: 'The token is not one of ours: it lacks what it has to say.',
  early: 'The token is not valid yet.',
  expired: 'The token has expired.',
} as const

export type TokenReason = keyof typeof tokenReasons
