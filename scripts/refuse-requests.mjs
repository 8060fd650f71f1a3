import { METHODS, STATUS_CODES } from 'node:http'

const pageMethods = ['GET', 'HEAD']
const methods = [...pageMethods, 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Types and titles are those of contracts/problems.ts, where there is one. */
const problems = {
  400: ['/problems/malformed-request', 'The request could not be read'],
  405: [
    '/problems/method-not-allowed',
    'This address does not take that method',
  ],
  408: ['about:blank', 'Request Timeout'],
  431: ['about:blank', 'Request Header Fields Too Large'],
}

const parserErrors = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
}

const requestLine = /^([!#$%&'*+.^`|~\w-]+) (\S+) HTTP\/1\.[01]\r?\n/

/**
 * What the server answers without asking Next: methods that nobody takes, and
 * bytes that are no request. Each is a problem document (RFC 9457) with the
 * headers that any reply at its path carries.
 *
 * @param {HeaderRule[]} rules those of the build, in its order
 * @param {(socket: import('node:stream').Duplex) => boolean} isAnswering
 */
export function createRefusals(rules, isAnswering) {
  const headersAt = headersBy(rules)

  /** Answers, and says so, when a request is not for Next to answer. */
  function refuse(request, response) {
    const { method } = request
    const path = pathOf(request.url)
    const allowed = allowedAt(path)
    const isTaken = isApi(path) || pageMethods.includes(method)
    if (!hasOneHost(request)) return reply(response, 400, path)
    if (path.startsWith('/') && isTaken && methods.includes(method))
      return false
    if (method === 'OPTIONS')
      return reply(response, 204, path, [...pageMethods, method])
    return reply(response, allowed.includes(method) ? 400 : 405, path, allowed)
  }

  function reply(response, status, path, allowed) {
    const { headers, body } = describe(status, path)
    addHeaders(response, path)
    if (allowed) response.setHeader('Allow', allowed.join(', '))
    response.writeHead(status, headers).end(body)
    return true
  }

  function addHeaders(response, target) {
    for (const [name, value] of headersAt(pathOf(target)))
      response.setHeader(name, value)
  }

  /** CONNECT asks for a tunnel: there is no reply object, only the socket. */
  function refuseTunnel(request, socket) {
    write(socket, 405, request.url, pageMethods)
  }

  /** A method that Node does not know is a parser's error as well. */
  function refuseMalformed(error, socket) {
    const [, method, target] = requestLine.exec(String(error.rawPacket)) ?? []
    if (
      error.code !== 'HPE_INVALID_METHOD' ||
      !method ||
      METHODS.includes(method)
    )
      return write(socket, parserErrors[error.code] ?? 400)

    const path = pathOf(target)
    write(socket, 405, path, allowedAt(path))
  }

  function write(socket, status, path, allowed) {
    // A reply that has begun must not get another in its middle.
    if (!socket.writable || isAnswering(socket)) return socket.destroy()

    const { headers, body } = describe(status, path)
    const lines = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...[...headersAt(path ?? ''), ...Object.entries(headers)].map(
        ([name, value]) => `${name}: ${value}`,
      ),
      ...(allowed ? [`Allow: ${allowed.join(', ')}`] : []),
      'Connection: close',
    ]
    socket.on('error', () => socket.destroy())
    socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`)
    // Time to read the answer; then the socket goes, whoever holds on to it.
    setTimeout(() => socket.destroy(), 1000).unref()
  }

  return { refuse, refuseTunnel, refuseMalformed, addHeaders }
}

/**
 * The headers that Next sends with what is at a path: the later rule holds.
 *
 * @typedef {{ regex: string, headers: { key: string, value: string }[] }} HeaderRule
 * @param {HeaderRule[]} rules
 */
function headersBy(rules) {
  const known = rules.map(({ regex, headers }) => [new RegExp(regex), headers])
  return (path) => {
    // A tunnel's target and `*` are no paths; slashes count once, as in Next.
    const plain = path.startsWith('/') ? path.replace(/[\\/]+/g, '/') : '/'
    const found = known.filter(([pattern]) => pattern.test(plain))
    return new Map(
      found.flatMap(([, headers]) =>
        headers.map(({ key, value }) => [key, value]),
      ),
    )
  }
}

function describe(status, path) {
  if (status === 204) return { headers: {} }

  const [type, title] = problems[status]
  const body = JSON.stringify({
    type,
    title,
    status,
    detail:
      status === 405
        ? 'The Allow header names the methods that this address takes.'
        : `${title}.`,
    instance: path,
  })
  return {
    body,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': 'no-store',
    },
  }
}

/** With none or two of them nobody can say whom the request is for. */
function hasOneHost({ rawHeaders, httpVersion }) {
  let hosts = 0
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i].length === 4 && rawHeaders[i].toLowerCase() === 'host')
      hosts += 1
  return hosts === 1 || (hosts === 0 && httpVersion === '1.0')
}

function allowedAt(path) {
  return isApi(path) ? methods : pageMethods
}

function isApi(path) {
  return path === '/api' || path.startsWith('/api/')
}

/** The path of a request target, in any of the forms that HTTP has for one. */
function pathOf(target) {
  if (target.startsWith('/')) return target.split('?', 1)[0]
  return URL.canParse(target) ? new URL(target).pathname : target
}
