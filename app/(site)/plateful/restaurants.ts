/**
 * The restaurants that have a page of their own, so that each page is made at
 * build time. Everything else about them is asked of the backend.
 */
export const restaurantNames: Readonly<Record<string, string>> = {
  'lantern-noodle-house': 'Lantern Noodle House',
  'forno-rosa': 'Forno Rosa',
  'taqueria-maravilla': 'Taquería Maravilla',
  'saffron-yard': 'Saffron Yard',
  'sushi-kiku': 'Sushi Kiku',
  'copper-griddle': 'Copper Griddle',
  'cedar-table': 'Cedar Table',
  'second-rise-bakery': 'Second Rise Bakery',
}

/** So many rows a menu has before it is known. */
export const usualDishes = 8
