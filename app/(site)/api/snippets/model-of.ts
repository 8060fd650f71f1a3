import type { OperationEntry } from '../reference'
import type { SnippetModel } from './model'
import type { Json } from './snippet'

/** The request that an operation of the reference is copied as. */
export function modelOf(operation: OperationEntry): SnippetModel {
  const { method, path, parameters, body, access } = operation
  const examples = (place: 'path' | 'header' | 'query') =>
    parameters.flatMap(({ name, in: where, example }): [string, string][] =>
      where === place && example !== undefined ? [[name, example]] : [],
    )
  const example = jsonOf(body?.example)
  const sent = body?.isForm ? { form: formOf(example) } : { body: example }
  return {
    method,
    path,
    parts: Object.fromEntries(examples('path')),
    headers: examples('header'),
    query: examples('query'),
    ...(example === undefined ? {} : sent),
    access,
    answers: answersOf(operation),
  }
}

function answersOf({ replies }: OperationEntry): SnippetModel['answers'] {
  const types = replies.flatMap(({ mediaTypes }) => mediaTypes)
  if (types.includes('text/event-stream')) return 'stream'
  return types.length === 0 ? 'nothing' : 'json'
}

/** The fields of a form as they are sent. */
function formOf(example: Json | undefined): string {
  return new URLSearchParams(Object(example)).toString()
}

/** An example is JSON already: it comes out of a JSON document. */
function jsonOf(value: unknown): Json | undefined {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
