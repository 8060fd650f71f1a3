/**
 * Messages under way, by a number that travels in a header of ours: what Node
 * read from the socket, and what it writes to it. The app asks for them by
 * that number and puts them into the trace (server/http/wire.ts).
 */
const underWay = (globalThis.backOfHouseWire ??= new Map())
let last = 0

/**
 * Notes a request as it came, and its response's head as it leaves: by then
 * everybody has added their fields, Node its own as the last.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function noteWire(request, response) {
  const number = String(++last)
  const message = {
    startLine: `${request.method} ${request.url} HTTP/${request.httpVersion}`,
    rawHeaders: request.rawHeaders,
    // An event stream writes to it itself (server/http/event-outlet.ts).
    response,
    onHead: undefined,
  }
  underWay.set(number, message)
  // Assigned, not added: whatever the client sent under this name is gone.
  request.headers['x-boh-wire'] = number

  const tell = (head) => {
    const { onHead } = message
    message.onHead = undefined
    onHead?.(head)
  }
  const writeHead = response.writeHead
  response.writeHead = function (...args) {
    const result = writeHead.apply(this, args)
    tell(this._header)
    return result
  }
  // Of a caller who is gone nobody may have taken leave.
  response.once('close', () => {
    underWay.delete(number)
    tell(null)
  })
}
