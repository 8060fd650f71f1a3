import { z } from 'zod'

/** One header field as it crossed; secrets are masked, their length shown. */
export const HeaderField = z.tuple([z.string(), z.string()])

export const WireMessage = z.strictObject({
  startLine: z.string().meta({ examples: ['POST /api/orders HTTP/1.1'] }),
  headers: z.array(HeaderField),
  body: z.string().nullable(),
  bodyBytes: z.int().nullable(),
})
export type WireMessage = z.infer<typeof WireMessage>

/** The region of source that a span ran. The hash is SHA-256, in hex. */
export const CodeRegion = z
  .strictObject({
    function: z.string(),
    file: z.string(),
    line: z.int(),
    endLine: z.int(),
    hash: z.string(),
  })
  .meta({ id: 'CodeRegion' })
export type CodeRegion = z.infer<typeof CodeRegion>

export const SqlStatement = z.strictObject({
  text: z.string(),
  parameters: z.array(z.union([z.string(), z.number(), z.null()])),
  rowsReturned: z.int().nullable(),
  rowsAffected: z.int().nullable(),
})
export type SqlStatement = z.infer<typeof SqlStatement>

export const AttributeValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number(), z.boolean()])),
])

/**
 * A finished span. Names and attributes follow OpenTelemetry's semantic
 * conventions; times are nanoseconds since 1970 as decimal strings, as in
 * OTLP/JSON, because they do not fit a JavaScript number.
 */
export const Span = z
  .strictObject({
    traceId: z.string().length(32),
    spanId: z.string().length(16),
    parentSpanId: z.string().length(16).nullable(),
    name: z.string(),
    kind: z.enum(['internal', 'server', 'client', 'producer', 'consumer']),
    service: z.string().meta({
      description: 'Which program recorded it: browser, plateful, restaurant.',
    }),
    startTimeUnixNano: z.string(),
    endTimeUnixNano: z.string(),
    status: z.strictObject({
      code: z.enum(['unset', 'ok', 'error']),
      message: z.string().optional(),
    }),
    attributes: z.record(z.string(), AttributeValue),
    events: z.array(
      z.strictObject({
        name: z.string(),
        timeUnixNano: z.string(),
        attributes: z.record(z.string(), AttributeValue),
      }),
    ),
    code: CodeRegion.optional(),
    sql: SqlStatement.optional(),
    wire: z
      .strictObject({
        request: WireMessage.optional(),
        response: WireMessage.optional(),
      })
      .optional(),
  })
  .meta({ id: 'Span' })
export type Span = z.infer<typeof Span>

export const Trace = z
  .strictObject({
    traceId: z.string().length(32),
    spans: z.array(Span),
    truncated: z.boolean().meta({
      description: 'True when spans were left out to keep within the limits.',
    }),
  })
  .meta({ id: 'Trace' })
export type Trace = z.infer<typeof Trace>

/** The start of a span, as it reaches an open page before its end. */
export const SpanStart = Span.pick({
  traceId: true,
  spanId: true,
  parentSpanId: true,
  name: true,
  kind: true,
  service: true,
  startTimeUnixNano: true,
})
export type SpanStart = z.infer<typeof SpanStart>
