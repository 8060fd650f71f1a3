import { askInCage } from './ask-in-cage'

/**
 * The search as it is often written first: what the guest typed is joined
 * into the text of the statement. Whoever types a quotation mark writes SQL.
 */
export function searchDishesUnsafely(words: string) {
  return askInCage(
    `SELECT name, price FROM dishes
     WHERE on_menu = 1 AND name LIKE '%${words}%'`,
  )
}
