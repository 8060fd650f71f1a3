import { GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { Database } from '@/db/client'
import { ProblemError } from '@/server/http/errors'
import { joined } from '@/server/sandbox/own-database'
import { makeLookups } from './lookups'
import type { Visit } from './visit'

type Execute = (args: ExecutionArgs) => Promise<ExecutionResult>

/** Carries out a query. Where something broke there is no answer at all. */
export async function lookUp(
  args: ExecutionArgs,
  execute: Execute,
): Promise<ExecutionResult> {
  const result = await execute(args)
  const { outcome } = args.contextValue as Visit
  outcome.failure = brokenIn(result)
  return result
}

/**
 * Carries out a mutation: the change, the reading of all that the client wants
 * to know of it, and the reply that a repeated request will get, in one
 * transaction. What is refused or breaks leaves nothing.
 */
export async function carryOut(
  args: ExecutionArgs,
  execute: Execute,
): Promise<ExecutionResult> {
  const visit = args.contextValue as Visit
  try {
    return await visit.db.transaction((tx) =>
      changeIn(tx, visit, args, execute),
    )
  } catch (error) {
    if (error instanceof NothingStays) return error.result
    visit.outcome.failure = error
    return { data: null }
  }
}

async function changeIn(
  tx: Database,
  visit: Visit,
  args: ExecutionArgs,
  execute: Execute,
): Promise<ExecutionResult> {
  // A twin of this request may have been served since we looked.
  const earlier = await visit.changes?.findReply(tx)
  if (earlier) {
    visit.outcome.reply = earlier
    return { data: null }
  }

  const db = joined(tx)
  const lookups = makeLookups(db, visit.sources)
  const contextValue: Visit = { ...visit, db, lookups }
  const result = await execute({ ...args, contextValue })
  const broken = brokenIn(result)
  if (broken) throw broken
  if (visit.outcome.isRefused || result.errors) throw new NothingStays(result)

  const reply = {
    status: 200,
    headers: { 'Content-Type': `${mediaType(visit.accept)}; charset=utf-8` },
    text: JSON.stringify(result),
  }
  await visit.changes?.keepReply(tx, reply)
  visit.outcome.reply = reply
  return result
}

/** What a resolver threw that is neither a problem nor a mistake of the asker's. */
function brokenIn({ errors = [] }: ExecutionResult): Error | undefined {
  return errors
    .map(({ originalError }) => originalError)
    .find(
      (error): error is Error =>
        error instanceof Error &&
        !(error instanceof GraphQLError) &&
        !(error instanceof ProblemError),
    )
}

/** The newer type where the client knows it (GraphQL over HTTP, section 5). */
function mediaType(accept: string): string {
  const newer = 'application/graphql-response+json'
  return accept.includes(newer) ? newer : 'application/json'
}

/** Thrown out of the transaction, so that it is rolled back. */
class NothingStays extends Error {
  constructor(readonly result: ExecutionResult) {
    super()
  }
}
