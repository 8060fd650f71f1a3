import { createServer, type IncomingMessage } from 'node:http'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import protobuf from 'protobufjs'

/**
 * OTLP as OpenTelemetry defines it, read from the definitions in this folder.
 * Whatever they do not have, or have with another type, is an error.
 */
const definitions = new protobuf.Root()
definitions.resolvePath = (_, target) =>
  fileURLToPath(new URL(basename(target), import.meta.url))
definitions.loadSync('trace_service.proto')
const Request = definitions.lookupType(
  'opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest',
)

export type DecodedSpan = {
  service: string
  resource: Record<string, unknown>
  scope: { name: string; version: string }
  traceId: string
  spanId: string
  parentSpanId: string
  name: string
  kind: string
  status: { code: string; message: string }
  startTimeUnixNano: string
  endTimeUnixNano: string
  attributes: Record<string, unknown>
  events: { name: string; attributes: Record<string, unknown> }[]
}

/** The spans of a message in Protobuf. */
export function decodeProtobuf(bytes: Uint8Array): DecodedSpan[] {
  return spansOf(plain(Request.decode(bytes)))
}

/** The spans of a message in JSON: checked, and taken through Protobuf. */
export function decodeJson(document: unknown): DecodedSpan[] {
  const message = Request.fromObject(fromJson(document, Request, '$'))
  return decodeProtobuf(Request.encode(message).finish())
}

type Plain = { [name: string]: unknown }

/**
 * An object that protobufjs takes, from OTLP/JSON: names in camelCase, bytes
 * in hexadecimal, enums as integers, 64 bits as decimal strings or numbers.
 */
function fromJson(value: unknown, type: protobuf.Type, path: string): Plain {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${path} is no ${type.name}`)
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const field = type.fields[name]
      if (!field) throw new Error(`${type.name} has no ${name} (${path})`)
      const at = `${path}.${name}`
      if (!field.repeated) return [name, fieldFromJson(member, field, at)]
      if (!Array.isArray(member)) throw new Error(`${at} is no list`)
      return [
        name,
        member.map((item, index) =>
          fieldFromJson(item, field, `${at}[${index}]`),
        ),
      ]
    }),
  )
}

function fieldFromJson(
  value: unknown,
  field: protobuf.Field,
  path: string,
): unknown {
  const { resolvedType, type } = field.resolve()
  if (resolvedType instanceof protobuf.Type)
    return fromJson(value, resolvedType, path)
  const is = (held: boolean) => {
    if (!held) throw new Error(`${path} is no ${type}: ${String(value)}`)
  }
  if (resolvedType instanceof protobuf.Enum) {
    is(Number.isInteger(value) && Number(value) in resolvedType.valuesById)
  } else if (type === 'bytes') {
    is(typeof value === 'string' && /^([0-9a-f]{2})*$/i.test(value))
    return Buffer.from(String(value), 'hex')
  } else if (type.endsWith('64')) {
    is(
      typeof value === 'string'
        ? /^-?\d{1,20}$/.test(value)
        : Number.isSafeInteger(value),
    )
    return String(value)
  } else if (type === 'string') is(typeof value === 'string')
  else if (type === 'bool') is(typeof value === 'boolean')
  else is(typeof value === 'number' && Number.isFinite(value))
  return value
}

function plain(message: protobuf.Message): Plain {
  return Request.toObject(message, {
    longs: String,
    enums: String,
    bytes: Array,
    defaults: true,
    oneofs: true,
  })
}

/** What the definitions say is there, as the tests like to read it. */
function spansOf({ resourceSpans }: Plain): DecodedSpan[] {
  return listOf(resourceSpans).flatMap(({ resource, scopeSpans }) => {
    const attributes = attributesOf(resource)
    return listOf(scopeSpans).flatMap(({ scope, spans }) =>
      listOf(spans).map((span) => ({
        ...(span as unknown as DecodedSpan),
        service: String(attributes['service.name']),
        resource: attributes,
        scope: scope as DecodedSpan['scope'],
        traceId: hex(span['traceId']),
        spanId: hex(span['spanId']),
        parentSpanId: hex(span['parentSpanId']),
        attributes: attributesOf(span),
        events: listOf(span['events']).map((event) => ({
          name: String(event['name']),
          attributes: attributesOf(event),
        })),
      })),
    )
  })
}

function listOf(value: unknown): Plain[] {
  return Array.isArray(value) ? value : []
}

function hex(bytes: unknown): string {
  return Buffer.from(bytes as number[]).toString('hex')
}

function attributesOf(owner: unknown): Record<string, unknown> {
  return Object.fromEntries(
    listOf((owner as Plain)['attributes']).map(({ key, value }) => [
      key,
      valueOf(value as Plain),
    ]),
  )
}

function valueOf(value: Plain): unknown {
  const kind = String(value['value'])
  if (kind === 'arrayValue')
    return listOf((value[kind] as Plain)['values']).map(valueOf)
  return kind === 'intValue' ? Number(value[kind]) : value[kind]
}

export type Received = {
  path: string
  headers: IncomingMessage['headers']
  bytes: number
  spans: DecodedSpan[]
}
type Answer =
  { status: number; headers?: Record<string, string> } | 'hang' | 'drip'

/** A collector on loopback that reads what it gets by the definitions. */
export class Receiver {
  readonly messages: Received[] = []
  /** What cannot be read by the definitions is kept for the test to see. */
  readonly errors: unknown[] = []
  /** What the next message is answered with. */
  answer: (count: number) => Answer = () => ({ status: 200 })
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      this.#take(request, Buffer.concat(chunks))
      const answer = this.answer(this.messages.length)
      if (answer === 'hang') return
      if (answer === 'drip') {
        response.writeHead(200)
        const drops = setInterval(() => response.write(' '), 50)
        response.on('close', () => clearInterval(drops))
        return
      }
      response.writeHead(answer.status, answer.headers)
      response.end()
    })
  })

  async start(port = 0): Promise<this> {
    await new Promise<void>((resolve) =>
      this.#server.listen(port, '127.0.0.1', resolve),
    )
    return this
  }

  get url(): string {
    const address = this.#server.address()
    if (typeof address !== 'object' || !address) throw new Error('not started')
    return `http://127.0.0.1:${address.port}`
  }

  get spans(): DecodedSpan[] {
    return this.messages.flatMap(({ spans }) => spans)
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  #take({ url = '', headers }: IncomingMessage, body: Buffer) {
    try {
      const isZipped = headers['content-encoding'] === 'gzip'
      const bytes = isZipped ? gunzipSync(body) : body
      const spans =
        headers['content-type'] === 'application/json'
          ? decodeJson(JSON.parse(bytes.toString()))
          : decodeProtobuf(bytes)
      this.messages.push({ path: url, headers, bytes: body.length, spans })
    } catch (error) {
      this.errors.push(error)
    }
  }
}
