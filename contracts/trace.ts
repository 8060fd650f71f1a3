import * as z from 'zod'

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
    within: z.string().optional().meta({
      description:
        'The hash of the whole function, when the region is a part of one.',
    }),
    withinLine: z.int().optional().meta({
      description: 'The line on which that function began.',
    }),
  })
  .meta({ id: 'CodeRegion' })
export type CodeRegion = z.infer<typeof CodeRegion>

/** A value as SQL knows it; long text is cut and says so, secrets are masked. */
export const SqlValue = z.union([z.string(), z.number(), z.null()])
export type SqlValue = z.infer<typeof SqlValue>

/** A row by its columns, in the order of the table or of the statement. */
export const Row = z.record(z.string(), SqlValue)
export type Row = z.infer<typeof Row>

/**
 * What became of one row, read from the database itself: null before it was
 * inserted, null after it was deleted. The key is that of the table.
 */
export const RowChange = z
  .strictObject({
    table: z.string(),
    key: z.array(z.string()).meta({ description: 'The columns of the key.' }),
    before: Row.nullable(),
    after: Row.nullable(),
  })
  .meta({ id: 'RowChange' })
export type RowChange = z.infer<typeof RowChange>

export const SqlStatement = z.strictObject({
  text: z.string(),
  parameters: z.array(SqlValue),
  rowsReturned: z.int().nullable(),
  rowsAffected: z.int().nullable(),
  rows: z.array(Row).optional().meta({
    description: 'The first of the rows that were returned.',
  }),
  changes: z
    .array(RowChange)
    .optional()
    .meta({
      description:
        'Each row that the statement changed, in order, those changed by ' +
        'triggers and by cascades included; also when it was rolled back.',
    }),
  changesLeftOut: z.int().optional().meta({
    description: 'How many changes are not shown, to keep within the limits.',
  }),
  plan: z.array(z.string()).optional().meta({
    description: 'The query plan (EXPLAIN QUERY PLAN), indented by its depth.',
  }),
})
export type SqlStatement = z.infer<typeof SqlStatement>

/**
 * A region's text, highlighted when it was built. A line is a list of pieces:
 * text, and its kind, where it has one. `call` leaves for another place.
 */
export const SourceRegion = z
  .strictObject({
    ...CodeRegion.shape,
    lines: z.array(
      z.array(
        z.union([
          z.tuple([z.string()]),
          z.tuple([
            z.string(),
            z.enum(['keyword', 'string', 'comment', 'faint', 'call']),
          ]),
        ]),
      ),
    ),
  })
  .meta({ id: 'SourceRegion' })
export type SourceRegion = z.infer<typeof SourceRegion>

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
    spansLeftOut: z.int().optional().meta({
      description: 'How many spans were left out, where it is known.',
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
