import { randomBytes } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { people } from '@/db/schema/identity'
import { ProblemError } from '@/server/http/errors'
import { hashOf } from './hash-of'

export type Person = typeof people.$inferSelect

const mostPeople = 50

/** Who said that name before in this browser; null for a new one. */
export async function findPerson(
  db: Database,
  realm: string,
  name: string,
): Promise<Person | null> {
  const isSame = and(eq(people.realmHash, hashOf(realm)), eq(people.name, name))
  const [person] = await db.select().from(people).where(isSame)
  return person ?? null
}

/**
 * Adds somebody. Names may change hands, so a client is told a subject, which
 * never does. Two tabs that add the same name at once add one person.
 */
export async function addPerson(
  db: Database,
  realm: string,
  name: string,
): Promise<Person> {
  const [all] = await db.select({ number: count() }).from(people)
  if ((all?.number ?? 0) >= mostPeople) throw new TooManyPeopleError()

  const subject = `person_${randomBytes(12).toString('hex')}`
  const realmHash = hashOf(realm)
  const [person] = await db
    .insert(people)
    .values({ subject, realmHash, name, createdAt: Date.now() })
    .onConflictDoUpdate({
      target: [people.realmHash, people.name],
      set: { name },
    })
    .returning()
  if (!person) throw new Error('The database returned no person')
  return person
}

/** The person who granted it; a grant goes when its person does. */
export async function getPerson(
  db: Database,
  { subject }: { subject: string },
): Promise<Person> {
  const [person] = await db
    .select()
    .from(people)
    .where(eq(people.subject, subject))
  if (!person) throw new Error('A grant without its person')
  return person
}

export class TooManyPeopleError extends ProblemError {
  override name = 'TooManyPeopleError'
  constructor() {
    const detail = `The provider keeps ${mostPeople} people in a sandbox.`
    super('quota-exceeded', detail)
  }
}
