import { usd, type Money } from '@/contracts/money'

export type MenuDish = {
  id: string
  name: string
  description: string
  price: Money
  /** How many are in the basket when the page opens. */
  quantity: number
}

/**
 * The order form of the first page, as it stands before any script runs. The
 * prices are for reading: what an order costs is the server's to say.
 */
export const firstMenu = {
  restaurant: {
    slug: 'lantern-noodle-house',
    name: 'Lantern Noodle House',
    about: 'Noodles and dumplings, 0.9 km',
    minutes: '25 to 35 min',
  },
  dishes: [
    {
      id: 'miso-ramen',
      name: 'Miso ramen',
      description: 'Egg, nori, spring onion',
      price: usd(1250),
      quantity: 1,
    },
    {
      id: 'pork-dumplings',
      name: 'Pork dumplings',
      description: 'Six, pan-fried',
      price: usd(700),
      quantity: 2,
    },
    {
      id: 'smashed-cucumber',
      name: 'Smashed cucumber',
      description: 'Chilli, sesame, garlic',
      price: usd(520),
      quantity: 0,
    },
  ] satisfies MenuDish[],
  deliveryFee: usd(240),
}
