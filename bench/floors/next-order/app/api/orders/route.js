import { getTill } from '../../../till.mjs'
import { span } from '../../../tracing.mjs'

export function POST(request) {
  const attributes = {
    'http.request.method': 'POST',
    'url.path': '/api/orders',
  }
  return span('POST /api/orders', attributes, async () => {
    const till = await getTill()
    const wish = await span('read the order', {}, () => request.json())
    const order = await till.placeOrder(
      request.headers.get('authorization'),
      request.headers.get('idempotency-key'),
      wish,
    )
    return order
      ? Response.json(order, { status: 201 })
      : Response.json({}, { status: 422 })
  })
}

export async function GET() {
  await getTill()
  return Response.json({})
}

export const dynamic = 'force-dynamic'
