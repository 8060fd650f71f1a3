import * as z from 'zod'

/**
 * OTLP/JSON: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 * Ids are hexadecimal, 64-bit numbers are decimal strings (or numbers), enums
 * are integers. Members that are not known are ignored, as the standard asks.
 */
const decimal = /^\d{1,20}$/
const isDecimal = (text: string) => decimal.test(text)
const Integer64 = z.union([
  z.string().regex(decimal),
  z.int().min(0).transform(String),
])

type OtlpValue = {
  stringValue?: string
  boolValue?: boolean
  intValue?: string | number
  doubleValue?: number
  arrayValue?: { values?: OtlpValue[] }
}

const OtlpAnyValue: z.ZodType<OtlpValue> = z
  .lazy(() =>
    z.object({
      stringValue: z.string().optional(),
      boolValue: z.boolean().optional(),
      intValue: z.union([z.string(), z.number()]).optional(),
      doubleValue: z.number().optional(),
      arrayValue: z
        .object({ values: z.array(OtlpAnyValue).optional() })
        .optional(),
    }),
  )
  .meta({ id: 'OtlpAnyValue' })

const OtlpAttribute = z.object({
  key: z.string().min(1).max(200),
  value: OtlpAnyValue,
})
export type OtlpAttribute = z.infer<typeof OtlpAttribute>

const hex = (length: number) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-fA-F]{${length}}$`))
    .refine((id) => !/^0+$/.test(id), 'An id of zeros is not valid.')
    .transform((id) => id.toLowerCase())

/** How many attributes and events a span may come in with. */
const most = { attributes: 64, events: 64 }

const attributes = z.array(OtlpAttribute)
const few = attributes.max(most.attributes).optional()

/** A page is open for so long at most, and a clock here tells 63 bits. */
const longestSpanNs = 24n * 60n * 60n * 1_000_000_000n
const lastMoment = 2n ** 63n - 1n

const WholeSpan = z.object({
  traceId: hex(32),
  spanId: hex(16),
  parentSpanId: z.union([z.literal(''), hex(16)]).nullish(),
  name: z.string().min(1).max(200),
  kind: z.int().min(0).max(5).optional(),
  startTimeUnixNano: Integer64,
  endTimeUnixNano: Integer64,
  attributes: few,
  events: z
    .array(
      z.object({
        name: z.string().max(200),
        timeUnixNano: Integer64,
        attributes: few,
      }),
    )
    .max(most.events)
    .optional(),
  status: z
    .object({
      code: z.int().optional(),
      message: z.string().max(500).optional(),
    })
    .optional(),
})

export const OtlpSpan = WholeSpan.refine(
  ({ startTimeUnixNano, endTimeUnixNano }) => {
    // It is asked also where a time is no number, and has been refused for it.
    if (![startTimeUnixNano, endTimeUnixNano].every(isDecimal)) return true
    const [start, end] = [BigInt(startTimeUnixNano), BigInt(endTimeUnixNano)]
    return start <= end && end <= lastMoment && end - start <= longestSpanNs
  },
  {
    path: ['endTimeUnixNano'],
    error: 'A span ends after its start, within a day, and before 2262.',
  },
)
export type OtlpSpan = z.infer<typeof OtlpSpan>

/** A page sends what it recorded of a request or two, not of everything. */
const mostTraces = 32

export const OtlpTraces = z
  .object({
    resourceSpans: z.array(
      z.object({
        resource: z
          .object({ attributes: z.array(OtlpAttribute).optional() })
          .optional(),
        scopeSpans: z.array(
          z.object({
            scope: z
              .object({
                name: z.string().optional(),
                version: z.string().optional(),
              })
              .optional(),
            spans: z.array(OtlpSpan),
          }),
        ),
      }),
    ),
  })
  .refine(
    ({ resourceSpans }) => {
      const scopes = resourceSpans.flatMap((resource) => resource.scopeSpans)
      const spans = scopes.flatMap((scope) => scope.spans)
      return new Set(spans.map((span) => span.traceId)).size <= mostTraces
    },
    { error: `The spans may be of ${mostTraces} traces at most.` },
  )
  .meta({ id: 'OtlpTraces' })
export type OtlpTraces = z.infer<typeof OtlpTraces>

const Id = z.string().regex(/^([0-9a-f]{16}|[0-9a-f]{32})$/)
const Nanoseconds = z.string().regex(decimal)

/** A trace as it goes out: everything is there, and nothing is left to guess. */
export const OtlpExport = z
  .strictObject({
    resourceSpans: z.array(
      z.strictObject({
        resource: z.strictObject({ attributes }),
        scopeSpans: z.array(
          z.strictObject({
            scope: z.strictObject({ name: z.string(), version: z.string() }),
            spans: z.array(
              z.strictObject({
                traceId: Id,
                spanId: Id,
                parentSpanId: Id.optional(),
                flags: z.int(),
                name: z.string(),
                kind: z.int().min(1).max(5),
                startTimeUnixNano: Nanoseconds,
                endTimeUnixNano: Nanoseconds,
                attributes,
                events: z.array(
                  z.strictObject({
                    name: z.string(),
                    timeUnixNano: Nanoseconds,
                    attributes,
                  }),
                ),
                status: z.strictObject({
                  code: z.int().min(0).max(2),
                  message: z.string().optional(),
                }),
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'OtlpExport' })
export type OtlpExport = z.infer<typeof OtlpExport>
