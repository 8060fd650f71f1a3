import { createServer, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Handler } from '@/server/http/testing'
import * as discovery from './.well-known/openid-configuration/route'
import * as authorize from './authorize/route'
import * as endSession from './end-session/route'
import * as jwks from './jwks/route'
import * as signIn from './sign-in/route'
import * as token from './token/route'
import * as userinfo from './userinfo/route'

type Doors = Record<string, unknown>
const doors: Record<string, Doors> = {
  '/api/identity/.well-known/openid-configuration': discovery,
  '/api/identity/authorize': authorize,
  '/api/identity/sign-in': signIn,
  '/api/identity/token': token,
  '/api/identity/userinfo': userinfo,
  '/api/identity/jwks': jwks,
  '/api/identity/end-session': endSession,
}

/** The provider's doors behind a real HTTP server. */
export async function listen(
  port: number,
  others: Record<string, Doors> = {},
): Promise<Server> {
  const all = { ...doors, ...others }
  const server = createServer(async (incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://any')
    const found = findDoor(all, pathname)
    const handler = found?.door[incoming.method ?? ''] as Handler | undefined
    if (!found || !handler) return outgoing.writeHead(404).end()
    const params = Promise.resolve(found.params)
    const reply = await handler(await requestFrom(incoming, port), { params })
    const cookies = reply.headers.getSetCookie()
    reply.headers.delete('set-cookie')
    outgoing.setHeader('set-cookie', cookies)
    outgoing.writeHead(reply.status, Object.fromEntries(reply.headers))
    outgoing.end(await reply.text())
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return server
}

/** By its path, whose parts in brackets are named, as Next has it. */
function findDoor(all: Record<string, Doors>, pathname: string) {
  for (const [path, door] of Object.entries(all)) {
    const pattern = path.replaceAll(/\[(\w+)\]/g, '(?<$1>[^/]+)')
    const match = new RegExp(`^${pattern}$`).exec(pathname)
    if (match) return { door, params: { ...match.groups } }
  }
  return null
}

async function requestFrom(incoming: IncomingMessage, port: number) {
  const body = await text(incoming)
  return new Request(`http://127.0.0.1:${port}${incoming.url}`, {
    method: incoming.method ?? 'GET',
    headers: new Headers(incoming.headers as Record<string, string>),
    ...(body === '' ? {} : { body }),
  })
}
