import type { Client, ResultSet } from '@libsql/client'
import type { Row } from '@/contracts/trace'
import { recorded } from '@/db/row-changes'
import { masked } from '../visit'

/** Tables by name, and their rows by key. */
export type Tables = Record<string, Record<string, Row>>

/** Statements that ran together, and what the database held right after. */
export type Look = { texts: string[]; tables: Tables }

type Runner = {
  batch: (statements: string[], mode?: 'read') => Promise<ResultSet[]>
}
type Run = (...args: unknown[]) => Promise<unknown>

export function idOf(table: string, row: Row): string {
  const { key = [] } = recorded.get(table) ?? {}
  return JSON.stringify(key.map((column) => row[column]))
}

/**
 * Looks into the database after every statement: inside of a transaction
 * through the transaction itself. `failAt` makes one of its statements fail.
 */
export class WatchedDatabase {
  readonly looks: Look[] = []
  readonly client: Client
  readonly secrets = new Set<string>()
  sandboxId = ''
  /** Which statement of the next transaction fails; COMMIT is one, too. */
  failAt: number | null = null

  constructor(client: Client) {
    this.client = this.#watched(client)
  }

  /** The rows of the sandbox, as a trace would show them. */
  async tables(runner: Runner): Promise<Tables> {
    // What belongs to nobody is read-only.
    const owned = [...recorded].filter(([, { sandbox }]) => sandbox)
    const results = await runner.batch(
      owned.map(([table, { sandbox }]) => {
        const own = `${sandbox} = '${this.sandboxId}'`
        const only = table === 'events' ? " and kind <> 'spans'" : ''
        return `select * from ${table} where ${own}${only}`
      }),
      'read',
    )
    return Object.fromEntries(
      owned.map(([table], at) => [table, this.#byKey(table, results[at])]),
    )
  }

  #byKey(table: string, result: ResultSet | undefined): Record<string, Row> {
    return Object.fromEntries(
      (result?.rows ?? []).map((given) => {
        const row = this.#shown(given)
        return [idOf(table, row), row]
      }),
    )
  }

  #shown(row: object): Row {
    const shown: Row = {}
    for (const [column, value] of Object.entries(row)) {
      let text: unknown = value
      if (typeof text === 'string') {
        for (const secret of this.secrets)
          text = String(text).replaceAll(secret, masked(secret))
        const { length } = String(text)
        if (length > 400)
          text = `${String(text).slice(0, 400)}… (${length} characters)`
      }
      shown[column] = text as Row[string]
    }
    return shown
  }

  async #look(texts: string[], runner: Runner): Promise<void> {
    const isAside = texts.some((text) => /json_each|^explain/.test(text))
    if (this.sandboxId === '' || isAside) return
    this.looks.push({ texts, tables: await this.tables(runner) })
  }

  #watched(client: Client): Client {
    return new Proxy(client, {
      get: (_, name) => {
        const run: unknown = Reflect.get(client, name, client)
        if (typeof run !== 'function') return run
        const call: Run = run.bind(client)
        if (/^(execute|batch)/.test(String(name)))
          return async (...args: unknown[]) => {
            const result = await call(...args)
            await this.#look(textsOf(args), client)
            return result
          }
        if (/^transaction/.test(String(name)))
          return async (...args: unknown[]) => {
            const transaction = (await call(...args)) as Runner
            await this.#look(['BEGIN'], transaction)
            return this.#watchedTransaction(transaction, client)
          }
        return call
      },
    })
  }

  #watchedTransaction(transaction: Runner, client: Runner): Runner {
    let at = 0
    const failAt = this.failAt
    this.failAt = null
    const step = () => {
      if (++at === failAt) throw new Error('injected')
    }
    return new Proxy(transaction, {
      get: (_, name) => {
        const run: unknown = Reflect.get(transaction, name, transaction)
        if (typeof run !== 'function') return run
        const call: Run = run.bind(transaction)
        if (/^(execute|batch)/.test(String(name)))
          return async (...args: unknown[]) => {
            textsOf(args).forEach(step)
            const result = await call(...args)
            await this.#look(textsOf(args), transaction)
            return result
          }
        if (name === 'commit')
          return async () => {
            step()
            await call()
            await this.#look(['COMMIT'], client)
          }
        if (name === 'rollback')
          return async () => {
            await call()
            await this.#look(['ROLLBACK'], client)
          }
        return call
      },
    })
  }
}

/** The statements among those that take the notes of their rows. */
function textsOf([given]: unknown[]): string[] {
  return (Array.isArray(given) ? given : [given])
    .map((one: unknown) =>
      typeof one === 'object' && one !== null && 'sql' in one
        ? String(one.sql)
        : String(one),
    )
    .filter((text) => !text.includes('"row_changes"'))
}
