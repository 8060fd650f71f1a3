/**
 * Whether an answer has come to its end. HTTP has no mark for it: the head
 * says how long the body is (RFC 9112, section 6.3).
 */
export function isWhole(received: string, isHead: boolean): boolean {
  const end = received.indexOf('\r\n\r\n')
  if (end === -1) return false
  const head = received.slice(0, end)
  const body = received.slice(end + 4)

  const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(head)?.[1])
  // "Go on" is no answer yet: another head follows.
  if (status < 200) return isWhole(body, isHead)
  if (isHead || status === 204 || status === 304) return true
  if (/^transfer-encoding: *chunked$/im.test(head))
    return `\r\n${body}`.includes('\r\n0\r\n\r\n')

  const [, length] = /^content-length: *(\d+)$/im.exec(head) ?? []
  // Without a length only the end of the connection ends it.
  return length !== undefined && body.length >= Number(length)
}
