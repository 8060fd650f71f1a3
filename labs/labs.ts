export type LabKind = 'live' | 'recorded' | 'simulated'

/** Every lab by its name, which is its name everywhere. */
export const labs = {
  'place-order': {
    title: 'Place an order and watch everything it starts',
    kind: 'live',
  },
} as const satisfies Record<string, { title: string; kind: LabKind }>

export type LabName = keyof typeof labs
