import { Allowances, type Allowance } from '@/contracts/http'
import { levelParameter } from '@/contracts/rate-limit-choices'

/**
 * What is left, told to a fraction as well. The draft lets a server add
 * parameters of its own to `RateLimit`, under a prefix that is its name.
 */
export class LevelAllowances extends Allowances {
  readonly #level: number

  constructor(allowance: Allowance, level: number) {
    super([allowance])
    this.#level = level
  }

  override get headers(): Record<string, string> {
    const { RateLimit = '', ...others } = super.headers
    const level = `${levelParameter}=${this.#level.toFixed(3)}`
    return { ...others, RateLimit: `${RateLimit};${level}` }
  }
}
