import { beforeAll, beforeEach, expect, test } from 'vitest'
import { arrivals } from '@/db/schema/limits'
import { makeTestDatabase, type TestDatabase } from '@/db/testing'
import { env } from '@/env'
import { TooManyRequestsError } from '@/server/http/errors'
import { limitJoins, limitSignIns } from './limit-address'

let database: TestDatabase
beforeAll(async () => {
  database = await makeTestDatabase()
})
beforeEach(() => database.db.delete(arrivals).then(() => undefined))

const most = env.LIMIT_SIGN_INS_PER_MINUTE

test('guesses at one account are counted together, wherever they come from', async () => {
  const guess = (from: string, email = 'Mara@example.com') =>
    limitSignIns(database.db, from, email)
  for (let tried = 0; tried < most; tried++) await guess(`address ${tried}`)
  await expect(guess('one more')).rejects.toThrow(TooManyRequestsError)
  // Capitals and spaces make no other account of it.
  await expect(guess('one more', ' mara@EXAMPLE.com ')).rejects.toThrow(
    TooManyRequestsError,
  )
  await guess('one more', 'somebody@example.com')
})

test('an address that tries many accounts is stopped as well', async () => {
  const guess = (email: string) => limitSignIns(database.db, 'here', email)
  for (let tried = 0; tried < most; tried++) await guess(`${tried}@example.com`)
  await expect(guess('another@example.com')).rejects.toThrow(`Wait`)
})

test('neither address nor account is kept in the clear', async () => {
  await limitSignIns(database.db, 'hashed', 'mara@example.com')
  const rows = await database.db.select().from(arrivals)
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toContain('mara')
})

test('a class comes through one address at once, and a guesser is stopped', async () => {
  const come = () => limitJoins(database.db, 'a school')
  const [forty, each] = [40, 2]
  for (let came = 0; came < forty * each; came++) await come()
  for (let came = forty * each; came < 120; came++) await come()
  await expect(come()).rejects.toThrow('Wait')
})
