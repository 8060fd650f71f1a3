import { accountOperations } from './openapi-account-operations'
import { contractLabOperations } from './openapi-contract-lab-operations'
import { csrfLabOperations } from './openapi-csrf-lab-operations'
import { encryptLabOperations } from './openapi-encrypt-lab-operations'
import { firstChapterOperations } from './openapi-first-chapter-operations'
import { graphqlOperations } from './openapi-graphql-operations'
import { guestOperations } from './openapi-guest-operations'
import { houseOperations } from './openapi-house-operations'
import { identityOperations } from './openapi-identity-operations'
import { labOperations } from './openapi-lab-operations'
import { oauthLabOperations } from './openapi-oauth-lab-operations'
import { queryLabOperations } from './openapi-query-lab-operations'
import { processOperations } from './openapi-process-operations'
import { lastPortionOperations } from './openapi-last-portion-operations'
import { passwordStoreOperations } from './openapi-password-store-operations'
import { rateLimitOperations } from './openapi-rate-limit-operations'
import { shareOperations } from './openapi-share-operations'
import { sidesOperations } from './openapi-sides-operations'
import { tokenLabOperations } from './openapi-token-lab-operations'
import { weatherLabOperations } from './openapi-weather-lab-operations'
import { weatherOperations } from './openapi-weather-operations'
import { webhookLabOperations } from './openapi-webhook-lab-operations'
import { xssLabOperations } from './openapi-xss-lab-operations'

/** Every operation of the backend, by method and path. */
export const operations = {
  ...guestOperations,
  ...graphqlOperations,
  ...sidesOperations,
  ...weatherOperations,
  ...weatherLabOperations,
  ...webhookLabOperations,
  ...rateLimitOperations,
  ...passwordStoreOperations,
  ...tokenLabOperations,
  ...contractLabOperations,
  ...oauthLabOperations,
  ...xssLabOperations,
  ...encryptLabOperations,
  ...csrfLabOperations,
  ...houseOperations,
  ...shareOperations,
  ...accountOperations,
  ...identityOperations,
  ...labOperations,
  ...firstChapterOperations,
  ...queryLabOperations,
  ...processOperations,
  ...lastPortionOperations,
}
