/**
 * Whose passwords leak. They are made up, and so are their passwords; two of
 * them had the same idea.
 */
export const people = [
  { name: 'Mara', password: 'sunshine' },
  { name: 'Jonas', password: 'chocolate2' },
  { name: 'Lea', password: 'sunshine' },
  { name: 'Tariq', password: 'nine herons over the harbour' },
  { name: 'Wen', password: 'v8#Kq2!mTz0w' },
] as const
