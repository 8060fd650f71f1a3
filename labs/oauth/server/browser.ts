import { actors, type Actor } from '@/contracts/oauth-lab-choices'
import { askHere } from './ask-here'

/** What came back: where it leads, or what it says. */
export type Page = {
  status: number
  location: string | null
  body: string
}

/** A browser with cookies of its own, and with a name on all that it sends. */
export class Browser {
  readonly #cookies: Map<string, string>
  readonly #agent: string

  constructor(actor: Actor, cookies: string[] = []) {
    this.#agent = actors[actor].agent
    this.#cookies = new Map()
    for (const cookie of cookies) this.#keep(cookie)
  }

  /** Opens an address of this site; a form is sent. Follows no redirect. */
  async open(address: string, form?: Record<string, string>): Promise<Page> {
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ')
    const reply = await askHere(
      address,
      { 'user-agent': this.#agent, ...(cookie ? { cookie } : {}) },
      form && new URLSearchParams(form),
    )
    let location: string | null = null
    for (const [name, value] of reply.headers) {
      const field = name.toLowerCase()
      if (field === 'set-cookie') this.#keep(value)
      if (field === 'location') location = value
    }
    return { status: reply.status, location, body: reply.body }
  }

  #keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}
