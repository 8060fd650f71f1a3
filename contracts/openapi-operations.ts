import { guestOperations } from './openapi-guest-operations'
import { houseOperations } from './openapi-house-operations'

/** Every operation of the backend, by method and path. */
export const operations = { ...guestOperations, ...houseOperations }
