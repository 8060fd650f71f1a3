import type { Span } from '@/contracts/trace'
import type { RunAnswer } from '@/components/lab/lab-bet'
import { savedChanges, type Book } from './books'

export const question = {
  ask: 'One order is placed. In how many tables does the database write for it?',
  isMany: false,
  options: [
    { id: '1', text: 'One' },
    { id: '2', text: 'Two' },
    { id: '3', text: 'Three or four' },
    { id: '5', text: 'Five or more' },
  ],
}

/** Counted in the rows that the transaction wrote; null before they are told. */
export function answerOf(spans: readonly Span[]): RunAnswer | null {
  const tables = [...new Set(savedChanges(spans).map(({ table }) => table))]
  const count = tables.length
  if (count === 0) return null
  const band = count >= 5 ? '5' : count >= 3 ? '3' : String(count)
  return {
    ids: [band],
    said: `${count}: ${tables.join(', ')}. All in one transaction.`,
    spanId: spans.find(({ name }) => name === 'save the order')?.spanId ?? null,
  }
}

export function sentenceOf(
  books: readonly Book[],
  isSending: boolean,
  hasOrder: boolean,
): string {
  if (isSending) return 'The order is on its way to the server.'
  const written = books.filter(({ isWritten }) => isWritten)
  if (written.length > 0) {
    const parts = written.map(({ name, rows }) => `${rows.length} in ${name}`)
    return `The order is placed. Rows written: ${parts.join(', ')}.`
  }
  return hasOrder
    ? 'The order is placed. Its rows are on their way.'
    : 'Nothing has been ordered yet.'
}
