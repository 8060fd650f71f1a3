import compression from 'compression'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import sirv from 'sirv'
import { root } from './child.mjs'

// Pages are a quarter smaller than as gzip, for the same processor time.
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
const compress = compression({ brotli: { params } })

/** What is written to this response leaves as Brotli or gzip, by the client's wish. */
export function packReply(request, response) {
  compress(request, response, () => undefined)
}

const staticPath = '/_next/static'

/**
 * Sends the files of the build, in the form that compress-static.mjs has made
 * of them, and passes everything else on: also to who takes gzip only, as a
 * browser does where there is no TLS.
 *
 * @param {(response: import('node:http').ServerResponse, target: string) => void} addHeaders
 *   sets the fields that any reply at this address carries
 */
export function createStaticSender(addHeaders) {
  const send = sirv(join(root, '.next', 'static'), {
    brotli: true,
    etag: true,
    // Their names change with their text.
    immutable: true,
    maxAge: 365 * 24 * 60 * 60,
  })

  return function sendStatic(request, response, passOn) {
    const { url } = request
    if (!url.startsWith(`${staticPath}/`) || !takesBrotli(request))
      return passOn()
    addHeaders(response, url)
    request.url = url.slice(staticPath.length)
    send(request, response, () => {
      request.url = url
      passOn()
    })
  }
}

/** By its Accept-Encoding (RFC 9110, 12.5.3): a weight of 0 is a refusal. */
function takesBrotli({ headers }) {
  const codings = headers['accept-encoding']?.split(',') ?? []
  return codings.some((coding) => {
    const [name, weight = 'q=1'] = coding.toLowerCase().split(';')
    return name.trim() === 'br' && !/^\s*q=0(\.0*)?\s*$/.test(weight)
  })
}
