import { ProblemError } from '@/server/http/errors'

/** The wish names a restaurant that is not in the catalogue. */
export class UnknownRestaurantError extends ProblemError {
  override name = 'UnknownRestaurantError'
  constructor(slug: string) {
    const detail = `There is no restaurant called ${JSON.stringify(slug)}.`
    const errors = [{ pointer: '/restaurant', detail }]
    super('validation-failed', detail, { errors })
  }
}

/** The wish names a dish that the restaurant does not have. */
export class UnknownDishError extends ProblemError {
  override name = 'UnknownDishError'
  constructor(dish: string, restaurant: string, position: number) {
    const detail = `${restaurant} has no dish called ${JSON.stringify(dish)}.`
    const errors = [{ pointer: `/lines/${position}/dish`, detail }]
    super('validation-failed', detail, { errors })
  }
}

/** The kitchen is closed at this hour. */
export class RestaurantClosedError extends ProblemError {
  override name = 'RestaurantClosedError'
  constructor(restaurant: string, opensAt: Date | null) {
    const when = opensAt ? ` It opens at ${opensAt.toISOString()}.` : ''
    super('restaurant-closed', `${restaurant} is closed.${when}`)
  }
}
