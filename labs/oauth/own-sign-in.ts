import { beginSignInFrom, followCookie } from '@/components/account/account-api'
import { noteWayBack } from '@/components/account/way-back'

/** Where this tab remembers which sign-in it is away for. */
const key = 'lab oauth: sign-in under way'

/**
 * Leaves for the provider. The trace goes on there and at the way back; this
 * tab keeps its id, and finds it again when it comes back to this page.
 */
export async function leaveToSignIn(): Promise<void> {
  const { address, traceId } = await beginSignInFrom(
    'identity',
    location.pathname,
  )
  if (traceId !== null) sessionStorage.setItem(key, traceId)
  location.assign(address)
}

/** The trace of a sign-in that this tab comes back from; null after none. */
export async function comeBack(): Promise<string | null> {
  const traceId = sessionStorage.getItem(key)
  if (traceId === null) return null
  sessionStorage.removeItem(key)
  noteWayBack(null)
  // Signing in has led to another sandbox, and the trace went along.
  await followCookie()
  return traceId
}
