import type { Money } from '@/contracts/money'

/**
 * Money as a guest reads it. The contract has the same function; it stands in
 * a module with schemas, which a page at rest has no need to load.
 */
export function price({ amount }: Money): string {
  return `$${(amount / 100).toFixed(2)}`
}
