import type * as z from 'zod'
import { ProblemError } from './errors'

/** Larger bodies are refused before they are read whole. */
export const bodyLimitBytes = 16 * 1024

const bodies = new WeakMap<Request, string>()

/** The body as it was read, for the trace. */
export function bodyOf(request: Request): string | null {
  return bodies.get(request) ?? null
}

/**
 * Reads a JSON body and holds it against its schema. 415 for another media
 * type, 413 when it is too large, 400 when it is not JSON, and 422 with a JSON
 * pointer (RFC 6901) to each place that is wrong.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  limitBytes = bodyLimitBytes,
): Promise<z.output<Schema>> {
  requireJson(request)
  return validate(parse(await readText(request, limitBytes)), schema)
}

/** As `readJson`; no body at all stands for an empty object. */
export async function readOptionalJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await readText(request)
  if (text === '') return validate({}, schema)
  requireJson(request)
  return validate(parse(text), schema)
}

/** Holds a value against its schema; 422 with a pointer to each mistake. */
export function validate<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data

  const errors = parsed.error.issues.flatMap((issue) =>
    'keys' in issue && Array.isArray(issue.keys)
      ? issue.keys.map((key) => ({
          pointer: pointerTo([...issue.path, key]),
          detail: 'There is no such field.',
        }))
      : [{ pointer: pointerTo(issue.path), detail: issue.message }],
  )
  throw new ProblemError(
    'validation-failed',
    `${errors.length === 1 ? 'One thing is' : `${errors.length} things are`} wrong in the body.`,
    { errors: errors.slice(0, 20) },
  )
}

/**
 * Reads a text body of at most `limitBytes`, and strictly as UTF-8. Whoever
 * asks again is given what was read before.
 */
export async function readText(
  request: Request,
  limitBytes = bodyLimitBytes,
): Promise<string> {
  const before = bodies.get(request)
  if (before !== undefined) return before

  // Made when it is needed: an error's stack costs more than reading the body.
  const tooLarge = () =>
    new ProblemError(
      'body-too-large',
      `The body may have ${limitBytes} bytes at most.`,
    )
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes)
    throw tooLarge()

  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limitBytes) {
      await reader.cancel()
      throw tooLarge()
    }
    chunks.push(value)
  }
  const text = decode(Buffer.concat(chunks))
  bodies.set(request, text)
  return text
}

/** 415 where the body says that it is anything but JSON. */
export function requireJson(request: Request): void {
  const type = request.headers.get('content-type') ?? ''
  if (/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) return
  throw new ProblemError(
    'unsupported-media-type',
    type === ''
      ? 'The request has no Content-Type.'
      : `The body is ${type.slice(0, 80)}.`,
  )
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ProblemError('malformed-json', 'The body is not UTF-8.')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') throw new ForbiddenKeyError()
      return value
    })
  } catch (error) {
    if (error instanceof ForbiddenKeyError)
      throw new ProblemError(
        'validation-failed',
        'A field may not be called __proto__.',
        { errors: [{ pointer: '', detail: 'There is no such field.' }] },
      )
    throw new ProblemError(
      'malformed-json',
      text === ''
        ? 'The body is empty.'
        : 'The reading stopped at a character that JSON does not allow there.',
    )
  }
}

class ForbiddenKeyError extends Error {
  override name = 'ForbiddenKeyError'
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map(
      (part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    )
    .join('')
}
