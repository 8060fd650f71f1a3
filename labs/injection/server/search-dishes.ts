import { askInCage } from './ask-in-cage'

/**
 * The same search. The statement is finished before anybody types, and has a
 * place for one value; what the guest typed travels beside it as that value.
 */
export function searchDishes(words: string) {
  return askInCage(
    `SELECT name, price FROM dishes
     WHERE on_menu = 1 AND name LIKE ?`,
    [`%${words}%`],
  )
}
