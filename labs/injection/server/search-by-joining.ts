/** The unsafe search, as a door may call it: in a cage, and nowhere else. */
export { searchDishesUnsafely as searchByJoining } from './search-dishes.unsafe'
