import { openApiDocument } from '@/contracts/openapi'
import { env } from '@/env'

/** The contract of this backend, with this site's own address in it. */
export function readContract() {
  return openApiDocument(env.publicUrl, env.version)
}
