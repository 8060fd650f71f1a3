/** What the library takes for a reply of Node, and writes its answer to. */
export class NodeReply {
  statusCode = 200
  body: unknown = null
  readonly headers = new Headers()

  status(code: number) {
    this.statusCode = code
    return this
  }
  getHeader(name: string): string | string[] | null {
    const isCookie = name.toLowerCase() === 'set-cookie'
    return isCookie ? this.headers.getSetCookie() : this.headers.get(name)
  }
  setHeader(name: string, value: string | string[]) {
    this.headers.delete(name)
    for (const one of [value].flat()) this.headers.append(name, one)
    return this
  }
  send(body: unknown) {
    this.body = body
  }
  json(body: unknown) {
    this.body = body
  }
  end() {}
}
