/** The dish of the lab's page, as the page has it before anybody edits it. */
export const pageDish = {
  restaurant: 'lantern-noodle-house',
  dish: 'miso-ramen',
  name: 'Miso ramen',
  priceMinor: 1250,
  deliveryFeeMinor: 240,
} as const
