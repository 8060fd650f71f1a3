/** Takes one of the values: the first at first, any of them afterwards. */
export type Pick = <Value>(first: Value, ...others: Value[]) => Value

type Common = {
  id: string
  /** The slug of the section that tells it. */
  section: string
}

/** A question at the end of a chapter; every answer has its explanation. */
export type CheckQuestion = Choose | Order | Value | Line

export type Choose = Common & {
  kind: 'choose'
  ask: string
  options: readonly { text: string; isRight?: boolean; why: string }[]
}

export type Order = Common & {
  kind: 'order'
  ask: string
  /** In the order that is right. */
  steps: readonly string[]
  why: string
}

export type Value = Common & {
  kind: 'value'
  unit?: string
  /** How far from the answer is still right. */
  within?: number
  make: (pick: Pick) => { ask: string; answer: number; why: string }
}

export type Line = Common & {
  kind: 'line'
  ask: string
  code: readonly string[]
  /** The line at fault, from 1. */
  faulty: number
  /** What is to be said of each line. */
  whys: readonly string[]
}
