import { createClient, type Client } from '@libsql/client'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/libsql'
import type { ResultSet } from '@libsql/client'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { dataDirectory, env } from '@/env'
import { EmbeddedClient } from './embedded-client'

/** The database as the backend's functions know it: a connection or a transaction. */
export type Database = BaseSQLiteDatabase<'async', ResultSet>

/** A client for one address: a file of our own, or a libSQL server. */
export function openClient(url: string, authToken?: string): Client {
  return url.startsWith('file:')
    ? new EmbeddedClient(pathOf(url), env.WRITE_QUEUE_LENGTH)
    : createClient({ url, authToken })
}

/** A `file:` address may be relative, which the platform's URL does not take. */
function pathOf(url: string): string {
  return url.startsWith('file:/')
    ? fileURLToPath(url)
    : decodeURIComponent(url.slice('file:'.length))
}

/** Drizzle over a client. It sends SQL through it, and nothing else. */
export function openDatabase(client: Client): Database {
  return drizzle(client)
}

declare global {
  var plateful: { client?: Client } | undefined
}

/**
 * The one client of this process. It hangs on globalThis because pages,
 * handlers and instrumentation each get their own copy of every module.
 */
export function sharedClient(): Client {
  const held = (globalThis.plateful ??= {})
  if (!held.client) {
    if (env.databaseUrl.startsWith('file:'))
      mkdirSync(dataDirectory(), { recursive: true })
    held.client = openClient(env.databaseUrl, env.TURSO_AUTH_TOKEN)
  }
  return held.client
}

/**
 * Resolves when all that was read or committed so far is on the disk; null when
 * it is. What leaves this process waits for it: a reply, an event, a message.
 */
export function whenDurable(): Promise<void> | null {
  return embeddedClient()?.durable ?? null
}

/** Whether the file is waited for, because another process holds it. */
export function isHeldElsewhere(): boolean {
  return embeddedClient()?.isHeldElsewhere ?? false
}

function embeddedClient(): EmbeddedClient | null {
  const client = globalThis.plateful?.client
  // By its property: every bundle has its own copy of the class.
  return client && 'durable' in client ? (client as EmbeddedClient) : null
}
