/** What can be done to the contract of orders: first to what is answered. */
export const contractChanges = [
  'rename-name',
  'retype-total',
  'drop-note',
  'optional-time',
  'new-status',
  'add-minutes',
  'require-phone',
  'rename-lines',
  'limit-portions',
  'add-cutlery',
  'widen-quantity',
] as const
export type ContractChange = (typeof contractChanges)[number]
