import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Handler } from '@/server/http/testing'

/** Whether a machine has a tool, so that a test can say when it has not. */
export function has(tool: string, ...args: string[]): boolean {
  return spawnSync(tool, args.length > 0 ? args : ['--version']).status === 0
}

/** Runs a program and gives back what it printed; its failure is the test's. */
export async function run(
  command: string,
  args: string[],
  { stdin = '', env = {} }: { stdin?: string; env?: object } = {},
): Promise<string> {
  const child = spawn(command, args, { env: { ...process.env, ...env } })
  child.stdin.end(stdin)
  const [out, error, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  if (code !== 0) throw new Error(`${command} ended with ${code}:\n${error}`)
  return out
}

/** Serves one door over real HTTP. */
export async function serve(door: Handler) {
  const server = createServer((request, response) => {
    void read(request)
      .then((asked) => door(asked))
      .then(async (reply) => {
        response.writeHead(reply.status, Object.fromEntries(reply.headers))
        response.end(Buffer.from(await reply.arrayBuffer()))
      })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port }: Partial<AddressInfo> = Object(server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function read(request: IncomingMessage): Promise<Request> {
  const body = await text(request)
  const fields = Object.entries(request.headers).flatMap(
    ([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
  )
  return new Request(`http://${request.headers.host}${request.url}`, {
    method: request.method ?? 'GET',
    headers: fields,
    ...(body === '' ? {} : { body }),
  })
}
