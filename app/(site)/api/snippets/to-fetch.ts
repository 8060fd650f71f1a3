import {
  fieldsOf,
  literalOf,
  type Notation,
  type SnippetRequest,
} from './snippet'

/** The request with fetch, as a module for Node or for a browser's console. */
export function toFetch(request: SnippetRequest): string {
  const { method, url, body, form, answers } = request
  const fields = headersOf(request)
  const options = [
    ...(method === 'GET' ? [] : [`method: ${text(method)},`]),
    ...(fields.length === 0 ? [] : ['headers: {', ...fields, '},']),
    ...(body === undefined
      ? []
      : [`body: JSON.stringify(${literalOf(body, javascript, tab)}),`]),
    ...(form === undefined ? [] : [`body: ${text(form)},`]),
  ]
  const call =
    options.length === 0
      ? `await fetch(${text(url)})`
      : `await fetch(${text(url)}, {\n${options.map((line) => tab + line).join('\n')}\n})`
  return `const response = ${call}\n${reading[answers]}`
}

function headersOf(request: SnippetRequest): string[] {
  const { bearer } = request
  const token =
    bearer === null
      ? []
      : [
          'value' in bearer
            ? `Authorization: ${text(`Bearer ${bearer.value}`)}`
            : `Authorization: \`Bearer \${process.env.${bearer.variable}}\``,
        ]
  const others = fieldsOf(request).map(
    ([name, value]) => `${keyOf(name)}: ${text(value)}`,
  )
  return [...token, ...others].map((field) => `${tab}${field},`)
}

const reading = {
  json: 'console.log(response.status, await response.json())',
  nothing: 'console.log(response.status, await response.text())',
  stream: [
    'const decoder = new TextDecoder()',
    'for await (const chunk of response.body)',
    '  console.log(decoder.decode(chunk, { stream: true }))',
  ].join('\n'),
}

const tab = '  '
const javascript: Notation = {
  scalar: (value) =>
    typeof value === 'string' ? text(value) : JSON.stringify(value),
  key: keyOf,
  tab,
  lastComma: ',',
}

function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__'
    ? name
    : name === '__proto__'
      ? "['__proto__']"
      : text(name)
}

/** A string between single quotes; JSON's escapes are JavaScript's too. */
function text(value: string): string {
  const inner = JSON.stringify(value).slice(1, -1)
  return `'${inner.replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`)}'`
}
