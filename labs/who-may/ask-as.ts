import { ApiProblemError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { parseJson } from '@/components/parse-json'
import { isProblem, isRecord } from '@/components/read-reply'
import { exchange, responseMessage } from '@/components/send-request'
import { traceOf } from '@/components/trace-of'
import { withSandbox } from '@/components/with-sandbox'
import { alone, type Cast } from './cast'
import type { Stock } from './stock'
import type { Caller, Route } from './words'

/** What one caller was answered at one door. */
export type Cell = {
  status: number
  reason: string
  /** `/problems/not-your-part`; null where nothing was refused. */
  problem: string | null
  detail: string | null
  /** How many things are in the list that was answered; null for no list. */
  count: number | null
  asked: string[]
  body: string
  traceId: string | null
}

/** One real request of one caller, whatever is answered. */
export async function askAs(
  caller: Caller,
  route: Route,
  { cast, stock }: { cast: Cast; stock: Stock },
): Promise<Cell> {
  for (let attempt = 1; ; attempt++) {
    const id = route.needs && (await stock.take(route.needs))
    const cell = await send(caller, route, id, cast)
    const hasMoved = route.method === 'PATCH' && cell.status < 300
    // The autopilot was faster: that says nothing about who may.
    const isLate = cell.status === 409
    if (id && (hasMoved || isLate)) stock.use(id)
    if (!isLate || attempt === 3) return cell
  }
}

async function send(
  caller: Caller,
  { method, path, body }: Route,
  id: string | null,
  cast: Cast,
): Promise<Cell> {
  const address = path.replace('{id}', id ?? '')
  const init = body ? jsonRequest('PATCH', body) : { headers: {} }
  const answer =
    caller === 'owner'
      ? await withSandbox(() => answered(address, { ...init, method }))
      : await answered(address, {
          ...init,
          ...alone,
          method,
          headers: {
            ...init.headers,
            authorization: `Bearer ${cast[caller].token}`,
          },
        })
  const { response, text } = answer
  const told = parseJson(text)
  const isRefusal = isProblem(told)
  const items = isRecord(told) ? told.items : null
  return {
    status: response.status,
    reason: response.statusText,
    problem: isRefusal ? new URL(told.type).pathname : null,
    detail: isRefusal ? told.detail : null,
    count: Array.isArray(items) ? items.length : null,
    asked: [
      `${method} ${address}`,
      caller === 'owner'
        ? 'cookie: your own, which no script can read'
        : `authorization: Bearer …${cast[caller].token.slice(-6)}`,
      ...(body ? ['', JSON.stringify(body)] : []),
    ],
    body: shaped(told, text),
    traceId: traceOf(response.headers),
  }
}

/** Every answer counts, but for those that say nothing about who may. */
async function answered(path: string, init: RequestInit) {
  const answer = await exchange(path, init)
  const { response, text } = answer
  const problem = response.ok ? null : parseJson(text)
  const isAside = [401, 429, 503].includes(response.status)
  if (isAside && isProblem(problem)) {
    const waitMs = Number(response.headers.get('retry-after') ?? 0) * 1000
    throw new ApiProblemError(problem, waitMs, responseMessage(response, text))
  }
  return answer
}

const longestBody = 900

function shaped(told: unknown, text: string): string {
  const whole = told === undefined ? text : JSON.stringify(told, null, 2)
  const left = whole.length - longestBody
  if (left <= 0) return whole
  return `${whole.slice(0, longestBody)}\n… and ${left.toLocaleString('en')} more characters`
}
