import type { Specimen, SpecimenWish } from '@/contracts/jwt-lab'
import { pasetoKeys } from '@/server/sandbox/paseto-keys'
import { claimsFor } from '@/server/sandbox/token-claims'
import type { Draft } from './claims-of-caller'
import { forgeJwt } from './forge-jwt'
import { forgePaseto } from './forge-paseto'
import { sealClaims } from './sealed-token'

/** A guest's own token in the format that is wished for, or a wrong one. */
export async function makeSpecimen(
  draft: Draft,
  { format, deed }: SpecimenWish,
): Promise<Specimen> {
  const forge = format === 'jwt' ? forgeJwt : forgePaseto
  const { paserk: publicKey } = await pasetoKeys()
  const sealed = await sealClaims(claimsFor(draft.claims), draft.expiresAt)
  return { token: await forge(draft, deed), publicKey, sealed }
}
