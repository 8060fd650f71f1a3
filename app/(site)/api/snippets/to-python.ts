import {
  fieldsOf,
  literalOf,
  type Notation,
  type SnippetRequest,
} from './snippet'

/** The request with Python's standard library: nothing has to be installed. */
export function toPython(request: SnippetRequest): string {
  const { method, url, body, form, bearer, answers } = request
  const fromEnvironment = bearer !== null && 'variable' in bearer
  const modules = [
    ...(body === undefined ? [] : ['json']),
    ...(fromEnvironment ? ['os'] : []),
    'urllib.error',
    'urllib.request',
  ]
  const fields = headersOf(request).map((field) => `${tab}${tab}${field},`)
  return [
    ...modules.map((name) => `import ${name}`),
    '',
    'request = urllib.request.Request(',
    `${tab}${text(url)},`,
    `${tab}method=${text(method)},`,
    ...(fields.length === 0 ? [] : [`${tab}headers={`, ...fields, `${tab}},`]),
    ...(body === undefined
      ? []
      : [`${tab}data=json.dumps(${literalOf(body, python, tab)}).encode(),`]),
    ...(form === undefined ? [] : [`${tab}data=${text(form)}.encode(),`]),
    ')',
    ...reading[answers],
  ].join('\n')
}

function headersOf(request: SnippetRequest): string[] {
  const { bearer } = request
  const token =
    bearer === null
      ? []
      : [
          'value' in bearer
            ? `"Authorization": ${text(`Bearer ${bearer.value}`)}`
            : `"Authorization": "Bearer " + os.environ[${text(bearer.variable)}]`,
        ]
  const others = fieldsOf(request).map(
    ([name, value]) => `${text(name)}: ${text(value)}`,
  )
  return [...token, ...others]
}

/** urllib throws a refusal, and it can be read like any other reply. */
const opening = [
  'try:',
  '    response = urllib.request.urlopen(request)',
  'except urllib.error.HTTPError as refusal:',
  '    response = refusal',
]
const reading = {
  json: [...opening, 'print(response.status, response.read().decode())'],
  nothing: [...opening, 'print(response.status, response.read().decode())'],
  stream: [
    ...opening,
    'for line in response:',
    '    print(line.decode(), end="", flush=True)',
  ],
}

const tab = '    '
const python: Notation = {
  scalar: (value) =>
    value === null
      ? 'None'
      : typeof value === 'boolean'
        ? value
          ? 'True'
          : 'False'
        : typeof value === 'string'
          ? text(value)
          : JSON.stringify(value),
  key: text,
  tab,
  lastComma: ',',
}

/** JSON's escapes are Python's as well. */
function text(value: string): string {
  return JSON.stringify(value)
}
