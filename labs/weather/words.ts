import type { Behaviour, Protection } from '@/contracts/weather-lab-choices'

/** What the service does, as the reader chooses it. */
export const behaviourWords: Record<Behaviour, { name: string; line: string }> =
  {
    well: { name: 'Well', line: 'answers at once' },
    slow: { name: 'Slow', line: 'answers after two seconds' },
    stumbling: { name: 'Stumbling', line: 'fails every other time' },
    broken: { name: 'Broken', line: 'answers 200, and half of the JSON' },
    down: { name: 'Down', line: 'answers 503, always' },
  }

export const protectionWords: Record<
  Protection,
  { name: string; line: string }
> = {
  timeLimit: {
    name: 'Time limit',
    line: 'after a second and a half we wait no longer',
  },
  retry: {
    name: 'One retry',
    line: 'a call that failed quickly is made once more',
  },
  cache: {
    name: 'Cache',
    line: 'an answer counts for ten minutes, and for six hours if nobody answers',
  },
  breaker: {
    name: 'Circuit breaker',
    line: 'after three failures in a row nobody asks for half a minute',
  },
}

export const skyWords = {
  clear: 'Clear',
  cloudy: 'Cloudy',
  fog: 'Fog',
  rain: 'Rain',
  snow: 'Snow',
  thunderstorm: 'Thunderstorm',
}
