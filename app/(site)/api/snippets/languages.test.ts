import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { POST } from '@/app/api/orders/route'
import { NewOrder, Order } from '@/contracts/orders'
import { startTestBackend, TestCaller } from '@/server/http/testing'
import { languages, type Language } from './languages'
import { json, literalOf, type Json, type SnippetRequest } from './snippet'
import { has, run, serve } from './testing'
import { tokenLines } from './token-lines'

const note = `Nothing's "hot",\nplease: \\o/ $HOME \`ls\` @me %s é 🍜`
const wish: Json = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 2 }],
  note,
}

function writeAs(language: Language, request: SnippetRequest): string {
  const found = languages.find(({ id }) => id === language)
  if (!found) throw new Error(language)
  return found.write(request)
}

const tools: { language: Language; isThere: boolean }[] = [
  { language: 'curl', isThere: has('curl') },
  { language: 'fetch', isThere: true },
  { language: 'python', isThere: has('python3') },
  { language: 'httpie', isThere: has('http') },
]

/** Runs a snippet the way a reader would: pasted, or saved as a file. */
async function runSnippet(language: Language, snippet: string, env = {}) {
  if (language === 'curl') return run('sh', [], { stdin: snippet, env })
  if (language === 'python')
    return run('python3', ['-'], { stdin: snippet, env })
  if (language === 'httpie') {
    // It would read the script that the shell is reading as its body.
    const headless = snippet.replace('http ', 'http --ignore-stdin --print=hb ')
    return run('sh', [], { stdin: headless, env })
  }
  const folder = await mkdtemp(join(tmpdir(), 'back-of-house-snippet-'))
  try {
    const file = join(folder, 'order.mjs')
    await writeFile(file, snippet)
    return await run(process.execPath, [file], { env })
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('against the door of an order, over HTTP', () => {
  let guest: TestCaller
  let server: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    await startTestBackend()
    guest = await TestCaller.make()
    server = await serve(POST)
  })
  afterAll(() => server.close())

  const order = (bearer: SnippetRequest['bearer']): SnippetRequest => ({
    method: 'POST',
    url: `${server.url}/api/orders`,
    headers: [['Idempotency-Key', `it's ${Math.random()}`]],
    body: wish,
    bearer,
    answers: 'json',
  })

  for (const { language, isThere } of tools)
    for (const kind of ['the token in it', 'the token in a variable'])
      test.skipIf(!isThere)(
        `what is copied as ${language}, ${kind}, places an order`,
        async () => {
          const isInIt = kind === 'the token in it'
          const request = order(
            isInIt ? { value: guest.token } : { variable: 'TOKEN' },
          )
          const snippet = writeAs(language, request)
          expect(snippet.includes(guest.token)).toBe(isInIt)
          const env = isInIt ? {} : { TOKEN: guest.token }
          const printed = await runSnippet(language, snippet, env)
          expect(printed).toContain('201')
          const [id] = /ord_[0-9a-f]{24}/.exec(printed) ?? []
          // The same key with the same body: the same order comes back, whole.
          const again = await guest.call(POST, {
            method: 'POST',
            path: '/api/orders',
            headers: Object.fromEntries(request.headers),
            body: NewOrder.parse(wish),
          })
          expect(again.headers.get('idempotency-replayed')).toBe('true')
          const placed = Order.parse(await again.json())
          expect([placed.id, placed.note]).toEqual([id, note])
        },
      )

  test.skipIf(!has('curl') || !has('sed'))(
    'a token that a variable holds can be had with curl and sed alone',
    async () => {
      const body = { id: 'sbx_1', token: guest.token, expiresAt: 'later' }
      const opener = await serve(async () => Response.json(body))
      const script = `${tokenLines(opener.url)}\nprintf %s "$TOKEN"`
      expect(await run('sh', [], { stdin: script })).toBe(guest.token)
      opener.close()
    },
  )

  test('a refusal is read like any other reply', async () => {
    const stranger = { value: 'not.a.token' }
    for (const { language, isThere } of tools) {
      if (!isThere) continue
      const snippet = writeAs(language, order(stranger))
      const printed = await runSnippet(language, snippet)
      expect(printed, language).toContain('401')
      expect(printed, language).toContain('/problems/not-signed-in')
    }
  })
})

/** Requests with everything in them that a notation could trip over. */
const requests = fc.record({
  method: fc.constantFrom('POST', 'PATCH', 'PUT'),
  url: fc.constant('http://127.0.0.1:1/api/orders?limit=2'),
  headers: fc
    .array(
      fc.tuple(
        fc.constantFrom('If-Match', 'X-Note'),
        fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/),
      ),
      { maxLength: 1 },
    )
    .map((fields): [string, string][] => fields),
  body: fc
    .jsonValue({ maxDepth: 4, noUnicodeString: false })
    .map((value): Json => JSON.parse(JSON.stringify(value))),
  bearer: fc.constant({ value: 'a.b.c' }),
  answers: fc.constantFrom('json' as const, 'nothing' as const),
})
const sampled = fc.sample(requests, { numRuns: 300, seed: 4 })
const told = sampled.map(({ method, url, headers, body }) => ({
  method,
  url,
  headers: Object.fromEntries([
    ['authorization', 'Bearer a.b.c'],
    ['content-type', 'application/json'],
    ...headers.map(([name, value]) => [name.toLowerCase(), value]),
  ]),
  body,
}))

describe('300 requests of any kind mean the same in every notation', () => {
  test('as a shell understands them', async () => {
    // A curl that prints what it was given, each argument ended by NUL.
    const script = [
      `curl() { printf '%s\\0' "$@"; printf 'end\\0'; }`,
      ...sampled.map((request) => writeAs('curl', request)),
    ].join('\n')
    const printed = await run('sh', [], { stdin: script })
    const calls = printed.split('\0end\0').slice(0, -1)
    expect(calls.map((text) => readArguments(text.split('\0')))).toEqual(told)
  })

  test('as JavaScript understands them', async () => {
    const AsyncFunction = (async () => {}).constructor
    const heard: unknown[] = []
    const fetched = async (url: string, init: RequestInit) => {
      const { method, headers, body } = init
      const fields = Object.entries(Object(headers)).map(([name, value]) => [
        name.toLowerCase(),
        value,
      ])
      heard.push({
        method,
        url,
        headers: Object.fromEntries(fields),
        body: JSON.parse(String(body)),
      })
      return Response.json({})
    }
    for (const request of sampled)
      await AsyncFunction(
        'fetch',
        'console',
        writeAs('fetch', request),
      )(fetched, { log: () => {} })
    expect(heard).toEqual(told)
  })

  test.skipIf(!has('python3'))('as Python understands them', async () => {
    const program = `
import io, json, sys, urllib.request
class Reply(io.BytesIO):
    status = 200
heard = []
def urlopen(request):
    heard.append({
        "method": request.get_method(),
        "url": request.full_url,
        "headers": {name.lower(): value for name, value in request.header_items()},
        "body": json.loads(request.data),
    })
    return Reply()
urllib.request.urlopen = urlopen
snippets = json.load(sys.stdin)
said, sys.stdout = sys.stdout, io.StringIO()
for snippet in snippets:
    exec(snippet, {})
json.dump(heard, said)
`
    const snippets = sampled.map((request) => writeAs('python', request))
    const printed = await run('python3', ['-c', program], {
      stdin: JSON.stringify(snippets),
    })
    expect(JSON.parse(printed)).toEqual(told)
  })
})

/** What curl was told, back from its arguments. */
function readArguments(args: string[]) {
  const after = (flag: string) =>
    args.flatMap((arg, at) => (arg === flag ? [args[at + 1] ?? ''] : []))
  return {
    method: after('-X')[0] ?? 'POST',
    url: args[1],
    headers: Object.fromEntries(
      after('-H').map((field) => {
        const [, name = '', value] = /^([^:]+): ([^]*)$/.exec(field) ?? []
        return [name.toLowerCase(), value]
      }),
    ),
    body: JSON.parse(after('--data-raw')[0] ?? 'null'),
  }
}

test('a stream is read as it comes, and a read sends no method it need not', async () => {
  const request: SnippetRequest = {
    method: 'GET',
    url: 'http://127.0.0.1:3000/api/events',
    headers: [],
    bearer: null,
    answers: 'stream',
  }
  expect(writeAs('curl', request)).toBe(
    "curl -N 'http://127.0.0.1:3000/api/events'",
  )
  expect(writeAs('httpie', request)).toMatch(/^http --stream GET /)
  // Each of them prints the first event before the stream ends.
  const server = await serve(
    async () => new Response('id: 1\nevent: order.placed\ndata: {}\n\n'),
  )
  for (const { language, isThere } of tools) {
    if (!isThere) continue
    const snippet = writeAs(language, { ...request, url: server.url })
    const printed = await runSnippet(language, snippet)
    expect(printed, language).toContain('event: order.placed')
  }
  server.close()
})

test('a literal stays on one line where it fits', () => {
  expect(literalOf({ status: 'accepted' }, json)).toBe(
    '{ "status": "accepted" }',
  )
  expect(literalOf([], json)).toBe('[]')
  expect(literalOf({}, json)).toBe('{}')
  const long = { a: 'x'.repeat(40), b: [1, 2], c: { d: 'y'.repeat(40) } }
  expect(literalOf(long, json)).toBe(
    `{\n  "a": "${long.a}",\n  "b": [1, 2],\n  "c": { "d": "${long.c.d}" }\n}`,
  )
  for (const { body } of sampled)
    expect(JSON.parse(literalOf(body, json))).toEqual(body)
})
