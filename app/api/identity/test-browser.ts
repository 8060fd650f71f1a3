/** A browser: it keeps cookies, and goes where it is sent only if asked. */
export class Browser {
  #cookies = new Map<string, string>()

  cookies(): string {
    return [...this.#cookies].map((pair) => pair.join('=')).join('; ')
  }

  set(name: string, value: string) {
    this.#cookies.set(name, value)
  }

  keep({ headers }: Response) {
    this.keepCookies(headers.getSetCookie())
  }

  keepCookies(lines: readonly string[]) {
    for (const cookie of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
  }

  forget(name: string) {
    this.#cookies.delete(name)
  }

  async open(address: string | URL, form?: Record<string, string>) {
    const reply = await fetch(address, {
      redirect: 'manual',
      headers: {
        cookie: this.cookies(),
      },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    this.keep(reply)
    return reply
  }

  /** Fills in the form at an address as a person would; where that leads. */
  async signIn(address: string | URL, name: string): Promise<URL> {
    const html = await (await this.open(address)).text()
    if (!html.includes('<form'))
      throw new Error(`No form at ${address}: ${html}`)
    const [, action = ''] =
      /<form method="post" action="([^"]+)"/.exec(html) ?? []
    const form = { ...fieldsIn(html), name }
    const reply = await this.open(new URL(action, address), form)
    const location = reply.headers.get('location')
    if (location === null) throw new Error(await reply.text())
    return new URL(location)
  }
}

/** The hidden fields of a form. */
export function fieldsIn(html: string): Record<string, string> {
  const fields = html.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)">/g,
  )
  return Object.fromEntries(
    [...fields].map(([, name, value]) => [
      name,
      (value ?? '').replaceAll('&amp;', '&'),
    ]),
  )
}
