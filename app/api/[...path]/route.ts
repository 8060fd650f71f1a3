import { endpoint } from '@/server/http/endpoint'
import { ProblemError } from '@/server/http/errors'

const nothingHere = endpoint(
  async ({ request }) => {
    const { pathname } = new URL(request.url)
    throw new ProblemError('not-found', `There is nothing at ${pathname}.`)
  },
  { credentials: 'none', isTraced: false },
)

export const GET = nothingHere
export const POST = nothingHere
export const PUT = nothingHere
export const PATCH = nothingHere
export const DELETE = nothingHere
export const OPTIONS = nothingHere
