import * as z from 'zod'

const address = z.url({
  protocol: /^https?$/,
  error: 'an address that starts with http:// or https://',
})
const milliseconds = z.coerce
  .number({ error: 'a whole number of milliseconds' })
  .int('a whole number of milliseconds')
  .min(1, 'a whole number of milliseconds')
const protocol = z.enum(['http/protobuf', 'http/json'], {
  error: 'http/protobuf or http/json',
})
const compression = z.enum(['none', 'gzip'], { error: 'none or gzip' })

/** `name=value,other=value`, percent-encoded, as OpenTelemetry writes them. */
const pairs = z.string().transform((text, { addIssue }) => {
  const read = readPairs(text)
  if (!read) addIssue('pairs like name=value, with commas between them')
  return read ?? {}
})

function readPairs(text: string): Record<string, string> | null {
  const members = text.split(',').filter((member) => member.trim() !== '')
  try {
    const read = members.map((member) => {
      const [name = '', ...value] = member.split('=')
      return [name.trim(), decodeURIComponent(value.join('=').trim())] as const
    })
    const areWhole = members.every((member) => /^\s*[\w.-]+\s*=/.test(member))
    return areWhole ? Object.fromEntries(read) : null
  } catch {
    return null
  }
}

/** OpenTelemetry's own names, so that what is known of them holds here. */
export const spanExportVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: pairs.optional(),
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: pairs.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol.default('http/protobuf'),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol.optional(),
  OTEL_EXPORTER_OTLP_TIMEOUT: milliseconds.default(10_000),
  OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: milliseconds.optional(),
  OTEL_EXPORTER_OTLP_COMPRESSION: compression.default('none'),
  OTEL_EXPORTER_OTLP_TRACES_COMPRESSION: compression.optional(),
  OTEL_SERVICE_NAME: z.string().max(200).optional(),
  OTEL_RESOURCE_ATTRIBUTES: pairs.optional(),
}
type Variables = z.infer<z.ZodObject<typeof spanExportVariables>>

/** Where each span also goes, if anywhere: what is for traces only wins. */
export type SpanExportSettings = {
  url: string
  headers: Record<string, string>
  protocol: z.infer<typeof protocol>
  timeoutMs: number
  compression: z.infer<typeof compression>
  serviceName: string | undefined
  resource: Record<string, string>
}

/** The settings of the exporter; null when nobody asks for one. */
export function readSpanExport(
  variables: Variables,
): SpanExportSettings | null {
  const base = variables.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, '')
  const url =
    variables.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ??
    (base === undefined ? null : `${base}/v1/traces`)
  if (url === null) return null
  return {
    url,
    headers:
      variables.OTEL_EXPORTER_OTLP_TRACES_HEADERS ??
      variables.OTEL_EXPORTER_OTLP_HEADERS ??
      {},
    protocol:
      variables.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ??
      variables.OTEL_EXPORTER_OTLP_PROTOCOL,
    timeoutMs:
      variables.OTEL_EXPORTER_OTLP_TRACES_TIMEOUT ??
      variables.OTEL_EXPORTER_OTLP_TIMEOUT,
    compression:
      variables.OTEL_EXPORTER_OTLP_TRACES_COMPRESSION ??
      variables.OTEL_EXPORTER_OTLP_COMPRESSION,
    serviceName: variables.OTEL_SERVICE_NAME,
    resource: variables.OTEL_RESOURCE_ATTRIBUTES ?? {},
  }
}
