import { Browser } from './test-browser'

/** A visitor of the site, with what its pages do to sign in. */
export class Visitor extends Browser {
  constructor(readonly base: string) {
    super()
  }

  /** Presses a button of the page: a form with its token. */
  async press(path: string, fields: Record<string, string> = {}) {
    const asked = await this.open(`${this.base}/api/auth/csrf`)
    return this.open(`${this.base}/api/auth/${path}`, {
      ...fields,
      csrfToken: (await asked.json()).csrfToken,
      json: 'true',
    })
  }

  async signInByProvider(name: string) {
    const begun = await (await this.press('signin/identity')).json()
    const answer = await this.signIn(begun.url, name)
    return this.open(answer)
  }

  async signInByPassword(email: string, password: string) {
    const fields = { email, password }
    return (await this.press('callback/password', fields)).json()
  }

  register(email: string, password: string) {
    return this.send('POST', '/api/account', { email, password })
  }

  /** Orders a bowl of ramen; the order's id. */
  async order(): Promise<string> {
    const wish = {
      restaurant: 'lantern-noodle-house',
      lines: [{ dish: 'miso-ramen', quantity: 1 }],
    }
    return (await (await this.send('POST', '/api/orders', wish)).json()).id
  }

  async orders(): Promise<string[]> {
    const reply = await this.send('GET', '/api/orders')
    const { items = [] } = await reply.json()
    return items.map(({ id }: { id: string }) => id).sort()
  }

  /** The account, or the status where there is none. */
  async account(): Promise<unknown> {
    const reply = await this.send('GET', '/api/account')
    return reply.status === 200 ? reply.json() : reply.status
  }

  async send(method: string, path: string, body?: unknown) {
    const reply = await fetch(this.base + path, {
      method,
      headers: {
        cookie: this.cookies(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
    })
    this.keep(reply)
    return reply
  }
}
