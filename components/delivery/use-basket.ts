import { useMemo, useSyncExternalStore } from 'react'
import { parseBasket, type Basket } from './basket'
import { forgetKept, onKept, readKept, writeKept } from './kept'

/** The basket of one restaurant, kept in this browser and in all its tabs. */
export function useBasket(
  restaurant: string,
): [Basket, (next: Basket) => void] {
  const name = `basket.${restaurant}`
  const text = useSyncExternalStore(
    onKept,
    () => readKept(name),
    () => null,
  )
  const basket = useMemo(() => parseBasket(text), [text])
  return [basket, (next) => keep(name, next)]
}

export function forgetBaskets() {
  forgetKept('basket.')
}

function keep(name: string, basket: Basket) {
  const isEmpty = Object.keys(basket.lines).length === 0 && basket.note === ''
  writeKept(name, isEmpty ? null : JSON.stringify(basket))
}
