import type { ContractChange } from '@/contracts/break-the-contract-choices'

type Words = {
  side: 'answer' | 'question'
  name: string
  /** What is done, in the names of the document. */
  line: string
}

export const changeWords: Record<ContractChange, Words> = {
  'rename-name': {
    side: 'answer',
    name: 'Another name',
    line: 'restaurant.name is called title',
  },
  'retype-total': {
    side: 'answer',
    name: 'Another type',
    line: 'every amount is a text of dollars, and no number of cents',
  },
  'drop-note': { side: 'answer', name: 'Less', line: 'note is gone' },
  'optional-time': {
    side: 'answer',
    name: 'A promise less',
    line: 'placedAt may be missing',
  },
  'new-status': {
    side: 'answer',
    name: 'A value more',
    line: 'status may also be unpaid',
  },
  'add-minutes': {
    side: 'answer',
    name: 'A field more',
    line: 'minutesLeft is new',
  },
  'require-phone': {
    side: 'question',
    name: 'A demand more',
    line: 'phone must be sent',
  },
  'rename-lines': {
    side: 'question',
    name: 'Another name',
    line: 'lines is called items',
  },
  'limit-portions': {
    side: 'question',
    name: 'A narrower limit',
    line: 'quantity is 1 at most, and no longer 50',
  },
  'add-cutlery': {
    side: 'question',
    name: 'An offer more',
    line: 'cutlery may be sent',
  },
  'widen-quantity': {
    side: 'question',
    name: 'A wider type',
    line: 'quantity may be a text as well',
  },
}

export const sideWords = {
  answer: 'In what is answered',
  question: 'In what is asked',
} as const
