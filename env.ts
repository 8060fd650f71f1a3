import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import * as z from 'zod'
import site from './package.json'
import { readSpanExport, spanExportVariables } from './span-export-variables'

/** What a variable may count: a whole number from 1 up. */
const whole = z.coerce
  .number({ error: 'a whole number of at least 1' })
  .int('a whole number of at least 1')
  .min(1, 'a whole number of at least 1')
const count = (fallback: number) => whole.default(fallback)

const flag = z
  .enum(['0', '1'], { error: '0 or 1' })
  .default('0')
  .transform((value) => value === '1')

const address = z.url({
  protocol: /^https?$/,
  error: 'an address that starts with http:// or https://',
})

export type { SpanExportSettings } from './span-export-variables'

/** Every variable this site reads. All of them have a default or are optional. */
const Variables = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce
    .number({ error: 'a port from 1 to 65535' })
    .int('a port from 1 to 65535')
    .min(1, 'a port from 1 to 65535')
    .max(65535, 'a port from 1 to 65535')
    .default(3000),
  PUBLIC_URL: address.optional(),
  DATA_DIR: z.string().default('.data'),
  TURSO_DATABASE_URL: z
    .string()
    .regex(
      /^(libsql|https?|wss?|file):/,
      'a libsql:, https:, http:, wss:, ws: or file: address',
    )
    .optional(),
  TURSO_AUTH_TOKEN: z.string().optional(),
  AUTH_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(
      /^whsec_[A-Za-z0-9+/=]{32,}$/,
      'whsec_ and at least 24 bytes in Base64',
    )
    .optional(),
  WEATHER_URL: z
    .union([z.literal('off'), address], {
      error: 'off, or an address that starts with http:// or https://',
    })
    .default('https://api.open-meteo.com/v1/forecast'),
  AUTH_GITHUB_ID: z.string().optional(),
  AUTH_GITHUB_SECRET: z.string().optional(),
  OIDC_CLIENT_ID: z.string().max(200, 'at most 200 characters').optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_REDIRECT_URI: address.optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(
      /^(mailto:|https:\/\/|tel:)\S+$/,
      'a mailto:, https: or tel: address',
    )
    .optional(),
  CRON_SECRET: z.string().min(16, 'at least 16 characters').optional(),
  TRUSTED_ADDRESS_HEADER: z.string().toLowerCase().optional(),
  LIMIT_ORDERS_PER_MINUTE: count(60),
  LIMIT_REQUESTS_PER_MINUTE: count(600),
  LIMIT_LABS_PER_MINUTE: count(60),
  LIMIT_SANDBOXES_PER_MINUTE: count(120),
  LIMIT_SHARES_PER_MINUTE: count(10),
  LIMIT_WEATHER_PER_MINUTE: count(60),
  LIMIT_SIGN_INS_PER_MINUTE: count(30),
  QUOTA_ORDERS: whole.optional(),
  QUOTA_ROWS: whole.optional(),
  QUOTA_BYTES: whole.optional(),
  QUOTA_STREAMS: count(1_000),
  QUOTA_TRACES: count(200),
  QUOTA_TRACE_BYTES: count(16 * 1024 ** 2),
  QUOTA_SHARES: count(20),
  QUOTA_SHARE_BYTES: count(2 * 1024 ** 2),
  QUOTA_SHARED_BYTES: count(256 * 1024 ** 2),
  QUOTA_SANDBOXES: count(20_000),
  QUOTA_DATABASE_BYTES: count(4 * 1024 ** 3),
  SANDBOX_LIFETIME_SECONDS: count(24 * 60 * 60),
  ACCOUNT_LIFETIME_SECONDS: count(30 * 24 * 60 * 60),
  IDENTITY_KEY_LIFETIME_SECONDS: count(30 * 24 * 60 * 60),
  SHARE_LIFETIME_SECONDS: count(90 * 24 * 60 * 60),
  CITY_MINUTE_MS: count(2_000),
  WRITE_QUEUE_LENGTH: count(2_000),
  DATABASE_TIME_LIMIT_MS: count(2_000),
  TRACING: z.enum(['on', 'off'], { error: 'on or off' }).default('on'),
  TRACE_CONTEXT_TEST: flag,
  ...spanExportVariables,
  VERCEL: z.string().optional(),
  VERCEL_ENV: z.string().optional(),
  VERCEL_URL: z.string().optional(),
  VERCEL_PROJECT_PRODUCTION_URL: z.string().optional(),
})

/** Thrown at start, with one sentence for each variable that is wrong. */
export class BadVariablesError extends Error {
  override name = 'BadVariablesError'
}

function readVariables(source: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(
    Object.keys(Variables.shape)
      .map((name) => [name, source[name]?.trim()])
      .filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = Variables.safeParse(given)
  if (read.success) return read.data

  const sentences = read.error.issues.map(
    (issue) => `${issue.path.join('.')} should be ${issue.message}.`,
  )
  throw new BadVariablesError(sentences.join('\n'))
}

const variables = readVariables(process.env)

/** Orders a sandbox may hold: half an hour of ordering at the full rate. */
const orders = variables.QUOTA_ORDERS ?? variables.LIMIT_ORDERS_PER_MINUTE * 30

const onVercel = variables.VERCEL !== undefined
/** A preview talks to itself: its webhooks must not reach production. */
const deploymentUrl =
  (variables.VERCEL_ENV === 'production'
    ? variables.VERCEL_PROJECT_PRODUCTION_URL
    : undefined) ?? variables.VERCEL_URL

/** The address that the site was told; null where it only falls back on one. */
const toldUrl =
  variables.PUBLIC_URL ??
  (onVercel && deploymentUrl ? `https://${deploymentUrl}` : null)

/** The site's settings: the variables, and what follows from them. */
export const env = {
  ...variables,
  version: site.version,
  onVercel,
  isDevelopment: variables.NODE_ENV === 'development',
  publicUrl: new URL(toldUrl ?? `http://127.0.0.1:${variables.PORT}`).origin,
  /** For what is only worth saying if it leads here: canonical addresses. */
  knownUrl: toldUrl === null ? null : new URL(toldUrl).origin,
  databaseUrl:
    variables.TURSO_DATABASE_URL ??
    `file:${join(dataDirectory(), 'back-of-house.db')}`,
  spanExport: readSpanExport(variables),
  quota: {
    orders,
    rows: variables.QUOTA_ROWS ?? orders * 24,
    bytes: variables.QUOTA_BYTES ?? orders * 8 * 1024,
  },
  /** What a deployment without a disk of its own still needs, by name. */
  missing: onVercel
    ? (['TURSO_DATABASE_URL', 'AUTH_SECRET'] as const).filter(
        // A function has no disk, so a file is as good as nothing.
        (name) => (variables[name] ?? 'file:').startsWith('file:'),
      )
    : [],
}

// The sign-in library reads the site's own address here, and nowhere else.
process.env['NEXTAUTH_URL'] = env.publicUrl

/** The folder for the database and the secret. */
export function dataDirectory(): string {
  const folder = variables.DATA_DIR
  // Not for the bundler to follow: it would take the whole checkout along.
  return isAbsolute(folder)
    ? folder
    : join(/* turbopackIgnore: true */ process.cwd(), folder)
}

/**
 * The secret that signs cookies, tokens and webhooks: `AUTH_SECRET`, or on a
 * single machine one that is made on first use and kept in the data folder.
 */
export function authSecret(): string {
  return variables.AUTH_SECRET ?? (secretOfMachine ??= keptSecret())
}

let secretOfMachine: string | undefined

function keptSecret(): string {
  if (onVercel) throw new BadVariablesError('AUTH_SECRET is needed here.')

  const file = join(dataDirectory(), 'auth-secret')
  try {
    mkdirSync(dataDirectory(), { recursive: true })
    // `wx` fails when the file is there: of two processes one makes it.
    writeFileSync(file, randomBytes(32).toString('hex'), {
      flag: 'wx',
      mode: 0o600,
    })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
      throw error
  }
  return readFileSync(file, 'utf8').trim()
}
