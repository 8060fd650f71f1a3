import type { WebhookDeed } from '@/contracts/webhook-deeds'

/** What a reader can do: five deeds of the lab's door, and one of the outbox. */
export const deeds = [
  'genuine',
  'tampered',
  'forged',
  'replayed',
  'late',
  'offline',
] as const satisfies readonly (WebhookDeed | 'offline')[]
export type Deed = (typeof deeds)[number]

export const deedWords: Record<Deed, { name: string; line: string }> = {
  genuine: { name: 'Genuine', line: 'as Plateful sends it' },
  tampered: { name: 'Changed', line: 'signed, and then one number is another' },
  forged: { name: 'Forged', line: 'signed with a secret that is not ours' },
  replayed: { name: 'Replayed', line: 'the same bytes, twice' },
  late: { name: 'Late', line: 'recorded, and sent ten minutes later' },
  offline: {
    name: 'Nobody there',
    line: 'a new order, and your door is closed twice',
  },
}

/** So many tries find the door closed. */
export const closedFor = 2
