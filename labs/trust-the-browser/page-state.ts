import { pageDish } from '@/contracts/page-dish'

/** The page as this browser holds it: all of it can be edited. */
export type Page = {
  /** As it is written in the page: `12.50`. */
  price: string
  quantity: string
  /** Whether the form still carries its limits, `min` and `max`. */
  hasLimits: boolean
  /** Whether the price is written into the real order as well. */
  sendsPrice: boolean
}

export const pageAtFirst: Page = {
  price: (pageDish.priceMinor / 100).toFixed(2),
  quantity: '1',
  hasLimits: true,
  sendsPrice: false,
}

export const limits = { min: 1, max: 20 }

/** What the page says when its button is pressed. */
export type Said = {
  dish: string
  quantity: number
  priceMinor: number
  deliveryFeeMinor: number
}

/** The page in numbers; null where something in it is no number. */
export function saidBy({ price, quantity }: Page): Said | null {
  const priceMinor = minorOf(price)
  if (priceMinor === null || !/^-?\d{1,4}$/.test(quantity.trim())) return null
  const { dish, deliveryFeeMinor } = pageDish
  return { dish, quantity: Number(quantity), priceMinor, deliveryFeeMinor }
}

/** `0.01` in cents; null for what is no price. */
function minorOf(text: string): number | null {
  const [, sign = '', whole = '', part = ''] =
    /^(-?)(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? []
  if (whole === '') return null
  const minor = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return sign ? -minor : minor
}

/** Money as the lab shows it, also what nobody should ever owe. */
export function dollars(minor: number): string {
  const text = `$${(Math.abs(minor) / 100).toFixed(2)}`
  return minor < 0 ? `−${text}` : text
}

/** A whole number as it is printed: `−1,000`. */
export function whole(value: number): string {
  return value.toLocaleString('en').replace('-', '−')
}
