import type { Counting, Sharing } from '@/contracts/rate-limit-choices'

/** How the greedy guest behaves. */
export const manners = ['hammers', 'waits', 'swarms'] as const
export type Manner = (typeof manners)[number]

type Words = { name: string; line: string }

export const mannerWords: Record<Manner, Words> = {
  hammers: {
    name: 'hammers',
    line: 'eight requests a second, whatever it is told',
  },
  waits: {
    name: 'waits when told',
    line: 'after a 429 it waits as long as Retry-After says',
  },
  swarms: {
    name: 'swarms',
    line: 'one request, and then a swarm where a window ends',
  },
}

export const countingWords: Record<Counting, Words> = {
  'token-bucket': {
    name: 'token bucket',
    line: 'a request takes a token, and tokens flow in evenly',
  },
  'sliding-window': {
    name: 'sliding window',
    line: 'the window before still counts, less and less',
  },
  'fixed-window': {
    name: 'fixed window',
    line: 'from one border to the next; the old way of this site',
  },
}

export const sharingWords: Record<Sharing, string> = {
  apart: 'each guest',
  together: 'both together',
}
