/** Where the power can go while an order is written, in their order. */
export const moments = [
  'before-first',
  'between',
  'before-commit',
  'after-commit',
] as const
export type Moment = (typeof moments)[number]
