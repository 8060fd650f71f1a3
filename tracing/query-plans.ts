import type { Client } from '@libsql/client'
import { isBusy, isUnreachable } from '@/db/database-errors'

/** Texts of this process whose plan is known; the site sends far fewer. */
const mostTexts = 500
const mostLines = 40

/**
 * How the database means to find its rows, asked once for each SQL text, when
 * nobody waits for it. Only texts that this process has sent are asked about:
 * a text that a caller wrote never gets here.
 */
export class QueryPlans {
  readonly #plans = new Map<string, string[]>()
  readonly #wanted = new Set<string>()

  want(text: string): void {
    if (this.#plans.has(text) || !hasPlan.test(text)) return
    if (this.#plans.size + this.#wanted.size < mostTexts) this.#wanted.add(text)
  }

  /** Undefined for a text that has none, or whose plan could not be found. */
  of(text: string): string[] | undefined {
    const plan = this.#plans.get(text)
    return plan && plan.length > 0 ? plan : undefined
  }

  /** Asks about what is wanted. Never fails: a plan can be done without. */
  async find(client: Client): Promise<void> {
    const texts = [...this.#wanted]
    this.#wanted.clear()
    await Promise.all(texts.map((text) => this.#ask(client, text)))
  }

  async #ask(client: Client, text: string): Promise<void> {
    try {
      const { rows } = await client.execute(`explain query plan ${text}`)
      this.#plans.set(text, indented(rows).slice(0, mostLines))
    } catch (error) {
      // Asked again the next time, unless it is the text itself.
      if (!isBusy(error) && !isUnreachable(error)) this.#plans.set(text, [])
    }
  }
}

const hasPlan = /^\s*(select|insert|update|delete|replace|with)\b/i

/** Each line two spaces further in than the line it belongs to. */
function indented(rows: ArrayLike<unknown>[]): string[] {
  const depths = new Map<number, number>()
  return rows.map((row) => {
    const depth = (depths.get(Number(row[1])) ?? -1) + 1
    depths.set(Number(row[0]), depth)
    return `${'  '.repeat(depth)}${String(row[3])}`
  })
}
