import type { Reply } from '@/contracts/http'
import { answerTo } from './answer-to'
import type { AuthorizationRequest } from './check-request'
import { page, text } from './page'

/**
 * The form in which a person says who they are. The request of the client goes
 * along in it, and is checked again when it comes back: nothing is remembered
 * here for somebody who may never answer.
 */
export function signInPage(
  request: AuthorizationRequest,
  form: ReadonlyMap<string, string>,
  complaint: string | null = null,
): Reply {
  const { client, redirectUri, state, scope, loginHint } = request
  const name = form.get('name') ?? loginHint
  const cancel = answerTo(redirectUri, { error: 'access_denied', state })
  const told = scope.includes('profile') ? ' and your name' : ''

  return page({
    title: `Sign in to ${client.name}`,
    status: complaint === null ? 200 : 422,
    // A browser holds the redirect after a form against the form's policy.
    formTargets: [new URL(redirectUri).origin],
    body: `
      <h1>Sign in to ${text(client.name)}</h1>
      <p>${text(client.name)} asks this identity provider who you are. It will
        be told that you signed in${told}.</p>
      <form method="post" action="/api/identity/sign-in">
        ${hiddenFields(form)}
        <label for="name">Your name</label>
        <input id="name" name="name" value="${text(name)}" required
          maxlength="60" autocomplete="nickname" autofocus
          aria-describedby="hint${complaint === null ? '' : ' complaint'}">
        ${complaint === null ? '' : complaintOf(complaint)}
        <p id="hint" class="hint">Any name serves, an e-mail address too. There
          is no password, and nothing is ever sent.</p>
        <button>Sign in</button>
        <a href="${text(cancel)}">Cancel</a>
      </form>`,
  })
}

function complaintOf(complaint: string): string {
  return `<p id="complaint" class="complaint">${text(complaint)}</p>`
}

/** The parameters of an authorization request that there are any use for. */
const carried = [
  'client_id',
  'redirect_uri',
  'response_type',
  'response_mode',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
]

function hiddenFields(form: ReadonlyMap<string, string>): string {
  return carried
    .filter((name) => form.has(name))
    .map((name) => {
      const value = text(form.get(name) ?? '')
      return `<input type="hidden" name="${name}" value="${value}">`
    })
    .join('\n        ')
}

/** A name as it may be kept: some visible signs, and not too many of them. */
export function nameIn(form: ReadonlyMap<string, string>): string | null {
  const name = form.get('name')?.trim() ?? ''
  return /^[^\p{C}]{1,60}$/u.test(name) ? name : null
}
