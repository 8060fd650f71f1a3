/** What a sign-in is protected by, and the twin can be made without. */
export const protections = ['state', 'pkce', 'redirect'] as const
export type Protection = (typeof protections)[number]

/** Whom the attack is tried on: the weak twin, or Plateful itself. */
export const attackedHouses = ['twin', 'real'] as const
export type AttackedHouse = (typeof attackedHouses)[number]

/** As whom the two browsers of an attack say that they come. */
export const actors = {
  guest: { name: 'Mara', agent: 'Browser of Mara, the guest' },
  attacker: { name: 'Mallory', agent: 'Browser of Mallory, the attacker' },
} as const
export type Actor = keyof typeof actors
