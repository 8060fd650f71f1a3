import type { WeatherTrial } from '@/contracts/weather-lab'
import { publicAddress } from '@/server/http/own-address'
import { derivedKey } from '@/server/sandbox/derived-key'
import type { Ask } from '@/server/weather/fetch-weather'
import { ourService, type Service } from '@/server/weather/service'

/** Longer than this service of ours ever takes: as good as no limit. */
const noLimitMs = 10_000

/**
 * The real service's limits, held against a service of our own that behaves as
 * the reader wants. A protection that is off is all that differs.
 */
export function serviceFor(trial: WeatherTrial): Service {
  const address = publicAddress('/api/labs/weather/provider')
  address.searchParams.set('behaviour', trial.behaviour)
  return {
    ...ourService,
    name: `lab ${trial.behaviour}`,
    address: address.toString(),
    headers: { authorization: `Bearer ${providerKey()}` },
    timeLimitMs: trial.timeLimit ? ourService.timeLimitMs : noLimitMs,
    tries: trial.retry ? ourService.tries : 1,
    failuresAllowed: trial.breaker
      ? ourService.failuresAllowed
      : Number.MAX_SAFE_INTEGER,
  }
}

/** As many services ask for one: only this backend knows it. */
export function providerKey(): string {
  return Buffer.from(derivedKey('weather of the lab')).toString('base64url')
}

/** Counts what is sent, and tells the service which call it is. */
export class CountedLine {
  calls = 0
  readonly ask: Ask

  constructor(line: Ask, run: string) {
    const send = (url: string, message: Parameters<Ask>[1]) => {
      this.calls += 1
      return line(`${url}&call=${this.calls}`, message)
    }
    this.ask = Object.assign(send, { line: ` in ${run}` })
  }
}
