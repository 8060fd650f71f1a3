import type { Part } from '@/contracts/parts'
import type { Place } from '@/components/sandbox-session'

/** The screen of each part. */
export const partPaths: Record<Part, string> = {
  guest: '/plateful',
  kitchen: '/plateful/kitchen',
  courier: '/plateful/courier',
}

export const partNames: Record<Part, string> = {
  guest: 'Guest',
  kitchen: 'Kitchen',
  courier: 'Courier',
}

export const partIcons = {
  guest: 'guest',
  kitchen: 'service',
  courier: 'bike',
} as const

/** `as its kitchen`, `as Ada, a guest`. */
export function asWhom({ part, name }: Pick<Place, 'part' | 'name'>): string {
  const words: Record<Part, string> = {
    guest: 'a guest',
    kitchen: 'the kitchen',
    courier: 'the courier',
  }
  return name === null ? `as ${words[part]}` : `as ${name}, ${words[part]}`
}
