import { context, trace } from '@opentelemetry/api'
import { eq, getTableName, is, sql, Table } from 'drizzle-orm'
import { rivalSteps } from '@/contracts/faults'
import type { Database } from '@/db/client'
import { dishes, portions } from '@/db/schema/restaurants'
import { sandboxes } from '@/db/schema/sandboxes'
import { timeNow } from '@/tracing/clock'
import { tracer } from '@/tracing/recorder'
import { withStep } from '@/tracing/visit'
import { markFault, type Faults } from './faults'

type Faulty = {
  db: Database
  /** Puts back what was taken only for as long as the request lasted. */
  restore: () => Promise<void>
}

/**
 * A visitor's database in which the world has changed since they looked. The
 * code that meets this is the same as ever, and so are its answers.
 */
export function faultyDatabase(
  db: Database,
  faults: Faults,
  wanted: () => string[],
): Faulty {
  const taken: { dish: string; quantity: number }[] = []
  const expired = faults.get('session-expired')
  const soldOut = faults.get('sold-out')
  if (!expired && !soldOut) return { db, restore: async () => {} }

  const faulty = {
    ...db,
    select: (...fields: Parameters<Database['select']>) => {
      const begun = db.select(...fields)
      if (!expired) return begun
      return {
        from: (table: Table) => {
          const query: object = begun.from(table)
          if (isSandboxes(table)) age(query, () => markFault(expired))
          return query
        },
      }
    },
    transaction: async <Result>(work: (tx: Database) => Promise<Result>) => {
      if (soldOut)
        await asSomebodyElse(rivalSteps.take, async () => {
          markFault(soldOut)
          for (const dish of wanted()) taken.push(await takeAll(db, dish))
        })
      return db.transaction(work)
    },
  }
  const restore = async () => {
    if (taken.length === 0) return
    await asSomebodyElse(rivalSteps.putBack, async () => {
      for (const { dish, quantity } of taken.splice(0))
        await db
          .update(portions)
          .set({ left: sql`${portions.left} + ${quantity}` })
          .where(eq(portions.dish, dish))
    })
  }
  // The type promises all of Drizzle; a visitor's database has a part of it.
  return { db: faulty as unknown as Database, restore }
}

function isSandboxes(table: unknown): boolean {
  return is(table, Table) && getTableName(table) === getTableName(sandboxes)
}

const hourMs = 60 * 60 * 1000

/** Lets the session of every row that is found have ended an hour ago. */
function age(query: object, onFound: () => void): void {
  const promise = query as { then: Promise<{ expiresAt: number }[]>['then'] }
  const then = promise.then.bind(query)
  promise.then = (onRows, onError) =>
    then((rows) => {
      onFound()
      const expiresAt = Date.now() - hourMs
      const old = rows.map((row) => ({ ...row, expiresAt }))
      return onRows ? onRows(old) : (old as never)
    }, onError)
}

/** A span of its own, and no step of the door: its code is not the guest's. */
function asSomebodyElse(
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  const outer = context.active()
  const span = tracer().startSpan(name, { startTime: timeNow() }, outer)
  const inner = withStep(trace.setSpan(outer, span), name)
  return context.with(inner, work).finally(() => span.end(timeNow()))
}

async function takeAll(db: Database, dish: string) {
  const [found] = await db
    .select({ left: portions.left, day: dishes.portions })
    .from(dishes)
    .leftJoin(portions, eq(portions.dish, dishes.id))
    .where(eq(dishes.id, dish))
  if (!found) return { dish, quantity: 0 }
  await db
    .insert(portions)
    .values({ dish, left: 0 })
    .onConflictDoUpdate({
      target: [portions.sandboxId, portions.dish],
      set: { left: 0 },
    })
  return { dish, quantity: found.left ?? found.day }
}
