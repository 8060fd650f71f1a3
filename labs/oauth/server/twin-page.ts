import type { Reply } from '@/contracts/http'
import type { Form } from '@/server/http/read-form'
import { page, text } from '@/server/identity/page'
import type { Twin } from './twins'

const carried = ['redirect_uri', 'state', 'code_challenge']

/** The form of the twin's provider, with the client's request in it. */
export function twinPage({ address }: Twin, form: Form): Reply {
  const fields = carried
    .filter((name) => form.has(name))
    .map((name) => {
      const value = text(form.get(name) ?? '')
      return `<input type="hidden" name="${name}" value="${value}">`
    })
  return page({
    title: 'Sign in to the twin',
    status: 200,
    body: `
      <h1>Sign in to the twin</h1>
      <p>A weak twin of Plateful, for the lab.</p>
      <form method="post" action="${new URL(address).pathname}/authorize">
        ${fields.join('\n        ')}
        <label for="name">Your name</label>
        <input id="name" name="name" required maxlength="60">
        <button>Sign in</button>
      </form>`,
  })
}
