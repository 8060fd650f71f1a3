import type { Problem } from '@/contracts/problem'

export type Example = {
  /** The request that was refused. */
  request: string
  detail: string
  /** What this kind of problem carries besides. */
  members?: Pick<Problem, 'errors' | 'allowed' | 'freshness'>
  /** Header fields that come with it. */
  headers?: Record<string, string>
  way: { label: string; href: string }
}

export const order = { label: 'Order something', href: '/plateful' }
export const orders = {
  label: 'See your orders',
  href: '/plateful#your-orders',
}
export const first = { label: 'Go to the first page', href: '/' }
