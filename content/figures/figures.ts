import type { ComponentType } from 'react'
import { Cabinet } from './cabinet'
import { OrderJourney } from './order-journey'
import { TwoSides } from './two-sides'

/** The drawings of the book, by their names. */
export const figures = {
  cabinet: Cabinet,
  'order-journey': OrderJourney,
  'two-sides': TwoSides,
} satisfies Record<string, ComponentType>

export type FigureName = keyof typeof figures
