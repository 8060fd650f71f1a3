import { mkdirSync } from 'node:fs'
import { sharedClient } from '@/db/client'
import { prepareDatabase } from '@/db/prepare'
import { dataDirectory } from '@/env'
import { makeToken } from '@/server/sandbox/credentials'
import { openSandbox } from '@/server/sandbox/sandboxes'
import { houseDatabase } from './visit'

type Handler = (
  request: Request,
  route?: { params: Promise<Record<string, string>> },
) => Promise<Response>

/** Makes the process's own database ready, as a start of the server does. */
export async function startTestBackend(): Promise<void> {
  mkdirSync(dataDirectory(), { recursive: true })
  await prepareDatabase(sharedClient())
}

/** A caller with a sandbox and a token of their own. */
export class TestCaller {
  private constructor(
    readonly sandboxId: string,
    readonly token: string,
  ) {}

  static async make(): Promise<TestCaller> {
    const { id } = await openSandbox(houseDatabase(), `test ${Math.random()}`, false)
    return new TestCaller(id, await makeToken(id))
  }

  /** Calls a door as this caller would over HTTP. */
  call(
    handler: Handler,
    { method = 'GET', path = '/api/test', body, headers = {}, params = {} }: {
      method?: string
      path?: string
      body?: unknown
      headers?: Record<string, string>
      params?: Record<string, string>
    } = {},
  ): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const request = new Request(`http://127.0.0.1:3000${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: text }),
    })
    return handler(request, { params: Promise.resolve(params) })
  }
}
