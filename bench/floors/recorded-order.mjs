/**
 * The statements of a recorded order, run again for an order of one's own. Both
 * floors use it: the driver as it comes, one connection, one order at a time.
 */
import { createClient } from '@libsql/client'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** What counts the request may be lost with the power; the order may not. */
const relaxed = 'PRAGMA synchronous=NORMAL'
const strict = 'PRAGMA synchronous=FULL'

export class Till {
  #order
  #steps
  #last
  #client
  #span
  #turn = Promise.resolve()

  /**
   * `span(name, attributes, work)` runs a part of an order; a floor that
   * records nothing hands in one that calls `work`.
   */
  static async open(file, recordingFile, span) {
    const till = new Till(file, recordingFile, span)
    await till.#client.execute('PRAGMA journal_mode=WAL')
    return till
  }

  constructor(file, recordingFile, span) {
    const { steps, reply } = JSON.parse(readFileSync(recordingFile, 'utf8'))
    this.#order = JSON.parse(reply)
    this.#steps = steps.map(({ name, statements }) => ({
      name,
      statements: statements.map(prepare),
    }))
    this.#last = this.#steps.pop()
    const url = `file:${file}`
    this.#client = createClient({ url, concurrency: 1, timeout: 0 })
    this.#span = span
  }

  /** One connection, so one order at a time. */
  #inTurn(work) {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => {})
    return done
  }

  placeOrder(authorization, key, wish) {
    return this.#inTurn(() => this.#place(authorization, key, wish))
  }

  async #place(authorization, key, wish) {
    const order = this.#order
    if (wish.restaurant !== order.restaurant.slug) return null
    const values = {
      sandbox: authorization.slice('Bearer '.length),
      key,
      order: `ord_${randomBytes(12).toString('hex')}`,
      message: `msg_${randomBytes(12).toString('hex')}`,
      trace: randomBytes(16).toString('hex'),
    }
    await this.#client.execute(relaxed)
    for (const { name, statements } of this.#steps)
      await this.#span(name, {}, async () => {
        for (const statement of statements)
          await this.#run(this.#client, statement, values)
      })

    await this.#client.execute(strict)
    await this.#span(this.#last.name, {}, () => this.#save(values))
    const placedAt = new Date().toISOString()
    return { ...order, id: values.order, placedAt }
  }

  async #save(values) {
    const [begin, ...inside] = this.#last.statements
    const commit = inside.pop()
    const transaction = await this.#span(begin.name, begin.attributes, () =>
      this.#client.transaction('write'),
    )
    try {
      for (const statement of inside) {
        const { rowsAffected } = await this.#run(transaction, statement, values)
        if (statement.rowsAffected > 0 && rowsAffected === 0)
          throw new Error(`Nothing changed: ${statement.sql}`)
      }
      await this.#span(commit.name, commit.attributes, () =>
        transaction.commit(),
      )
    } finally {
      transaction.close()
    }
  }

  #run(target, { sql, name, attributes, fill }, values) {
    return this.#span(name, attributes, () =>
      target.execute({ sql, args: fill(values) }),
    )
  }

  /** A copy of the recorded sandbox, whatever its columns are. */
  openSandbox() {
    return this.#inTurn(async () => {
      const id = `sbx_${randomBytes(16).toString('hex')}`
      const { rows, columns } = await this.#client.execute(
        'select * from sandboxes limit 1',
      )
      const args = columns.map((name) => (name === 'id' ? id : rows[0][name]))
      const marks = columns.map(() => '?').join(', ')
      await this.#client.execute({
        sql: `insert into sandboxes (${columns.join(', ')}) values (${marks})`,
        args,
      })
      return { id, token: id }
    })
  }
}

function prepare({ text, name, parameters, rowsAffected }) {
  const fillers = parameters.map((parameter) => {
    const parts = String(parameter).split(/\{\{(\w+)\}\}/)
    if (typeof parameter !== 'string' || parts.length === 1)
      return () => parameter
    return (values) =>
      parts.map((part, i) => (i % 2 === 1 ? values[part] : part)).join('')
  })
  const fill = (values) => fillers.map((filler) => filler(values))
  const attributes = { 'db.system.name': 'sqlite', 'db.query.text': text }
  return { sql: text, name, attributes, rowsAffected, fill }
}
