import type { OperationEntry } from '../reference'
import type { SnippetModel } from './model'
import type { Json } from './snippet'

/** The request that an operation of the reference is copied as. */
export function modelOf(operation: OperationEntry): SnippetModel {
  const { method, path, parameters, body, access } = operation
  const examples = (place: 'path' | 'header') =>
    parameters.flatMap(({ name, in: where, example }) =>
      where === place && example !== undefined ? [[name, example]] : [],
    )
  const example = jsonOf(body?.example)
  return {
    method,
    path,
    parts: Object.fromEntries(examples('path')),
    headers: examples('header').map(([name = '', value = '']) => [name, value]),
    ...(example === undefined ? {} : { body: example }),
    access,
    answers: answersOf(operation),
  }
}

function answersOf({ replies }: OperationEntry): SnippetModel['answers'] {
  const types = replies.flatMap(({ mediaTypes }) => mediaTypes)
  if (types.includes('text/event-stream')) return 'stream'
  return types.length === 0 ? 'nothing' : 'json'
}

/** An example is JSON already: it comes out of a JSON document. */
function jsonOf(value: unknown): Json | undefined {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
