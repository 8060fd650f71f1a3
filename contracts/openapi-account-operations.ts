import * as z from 'zod'
import { AccountView, KeptProgress, NewAccount } from './accounts'
import { inPath, reading, text, writing } from './openapi-parameters'
import { empty, json, limitHeaders, type Operation } from './openapi-parts'

const provider = inPath(
  'id',
  '`identity`, `github` where it is set up, or `password`.',
  'identity',
)
const cookieOnly = [{ cookie: [] }]

const AuthForm = z
  .looseObject({
    csrfToken: z.string().meta({ description: 'Of GET /api/auth/csrf.' }),
    json: z.literal('true').optional().meta({
      description: 'The address as JSON, instead of a redirect.',
    }),
    email: z.string().optional(),
    password: z.string().optional(),
  })
  .meta({ id: 'AuthForm' })
const AuthAddress = z
  .looseObject({ url: z.string() })
  .meta({ id: 'AuthAddress' })
const Anything = (id: string) => z.looseObject({}).meta({ id })

const example = { csrfToken: '…', json: 'true' }
const away = {
  description: 'Away, to the provider or to the page about the account.',
  headers: { Location: { description: 'Where to.', schema: text() } },
}

/** Accounts: signing in, signing out, and what an account keeps. */
export const accountOperations: Record<string, Operation> = {
  'GET /api/auth/providers': {
    tag: 'Accounts',
    id: 'listSignInMethods',
    summary: 'See how one can sign in',
    description: 'GitHub is among them where the deployment has its two keys.',
    replies: { 200: json('The ways in.', Anything('AuthProviders')) },
    refusals: ['method-not-allowed'],
    isOpen: true,
  },
  'GET /api/auth/csrf': {
    tag: 'Accounts',
    id: 'getCsrfToken',
    summary: 'Get a token against forged forms',
    description: 'A page of another site can neither read it nor send it.',
    replies: { 200: json('The token.', Anything('AuthCsrf')) },
    refusals: ['method-not-allowed'],
    isOpen: true,
  },
  'GET /api/auth/session': {
    tag: 'Accounts',
    id: 'getSession',
    summary: 'See until when you are signed in',
    description: 'Empty for who is not.',
    replies: { 200: json('The session.', Anything('AuthSession')) },
    refusals: ['method-not-allowed'],
    isOpen: true,
  },
  'POST /api/auth/signin/{id}': {
    tag: 'Accounts',
    id: 'beginSignIn',
    summary: 'Begin to sign in',
    description: 'Where the browser has to go for it.',
    parameters: [provider],
    body: { schema: AuthForm, example, isForm: true },
    replies: {
      200: json('The address.', AuthAddress, limitHeaders),
      302: away,
    },
    refusals: ['cross-site-write', 'too-many-requests', 'body-too-large'],
    security: cookieOnly,
  },
  'GET /api/auth/callback/{id}': {
    tag: 'Accounts',
    id: 'finishSignIn',
    summary: 'Come back from a provider',
    description:
      'The answer has to fit state, verifier and nonce of this browser. Then what you have in your sandbox is moved into that of your account.',
    parameters: [provider],
    replies: { 302: away },
    refusals: ['method-not-allowed'],
    security: cookieOnly,
  },
  'POST /api/auth/callback/{id}': {
    tag: 'Accounts',
    id: 'signInByPassword',
    summary: 'Sign in by e-mail and password',
    description: 'Which of the two is wrong nobody is told.',
    parameters: [{ ...provider, example: 'password' }],
    body: {
      schema: AuthForm,
      example: {
        ...example,
        email: 'mara@example.com',
        password: 'a long enough password',
      },
      isForm: true,
    },
    replies: {
      200: json('You are signed in.', AuthAddress, limitHeaders),
      401: json('You are not.', AuthAddress, limitHeaders),
      302: away,
    },
    refusals: ['cross-site-write', 'too-many-requests', 'body-too-large'],
    security: cookieOnly,
  },
  'POST /api/auth/signout': {
    tag: 'Accounts',
    id: 'signOut',
    summary: 'Sign out',
    description: 'The session ends; a copy of its cookies opens nothing.',
    body: { schema: AuthForm, example, isForm: true },
    replies: { 200: json('You are signed out.', AuthAddress), 302: away },
    refusals: ['not-signed-in', 'cross-site-write'],
    security: cookieOnly,
  },
  'GET /api/account': {
    tag: 'Accounts',
    id: 'getAccount',
    summary: 'Read your account',
    description: '404 for who has none.',
    replies: { 200: json('The account.', AccountView) },
    refusals: [...reading, 'not-your-part', 'not-found'],
  },
  'POST /api/account': {
    tag: 'Accounts',
    id: 'makeAccount',
    summary: 'Make an account',
    description:
      'Nothing is ever sent to the address. The 3,000 most usual passwords are refused.',
    body: {
      schema: NewAccount,
      example: {
        email: 'mara@example.com',
        password: 'a long enough password',
      },
    },
    replies: { 204: empty('It is made. Now sign in.', limitHeaders) },
    refusals: [...writing, 'account-not-made'],
    isOpen: true,
  },
  'DELETE /api/account': {
    tag: 'Accounts',
    id: 'deleteAccount',
    summary: 'Delete your account',
    description: 'All of it, and all that is in its sandbox.',
    replies: { 204: empty('It is gone.') },
    refusals: [...reading, 'cross-site-write', 'not-your-part', 'not-found'],
  },
  'DELETE /api/account/sessions': {
    tag: 'Accounts',
    id: 'signOutEverywhere',
    summary: 'Sign out everywhere',
    description: 'No cookie and no token of the account is good after that.',
    replies: { 204: empty('Every session has ended.') },
    refusals: [...reading, 'cross-site-write', 'not-your-part', 'not-found'],
  },
  'GET /api/account/progress': {
    tag: 'Accounts',
    id: 'getProgress',
    summary: 'Read what you have read',
    description: 'The sections and answers that the account keeps.',
    replies: { 200: json('By chapter.', KeptProgress) },
    refusals: [...reading, 'not-your-part', 'not-found'],
  },
  'PUT /api/account/progress': {
    tag: 'Accounts',
    id: 'keepProgress',
    summary: 'Keep what you have read',
    description: 'In the place of what was kept.',
    body: {
      schema: KeptProgress,
      example: { servers: { sections: ['the-waiter'], answers: {} } },
    },
    replies: { 204: empty('Kept.', limitHeaders) },
    refusals: [...writing, 'not-your-part', 'not-found'],
  },
}
