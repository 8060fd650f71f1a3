/**
 * Prints how many microseconds it takes to prove a credential, as JSON: by each
 * of our ways, and by the least that the same needs. Run in a process of its
 * own by bench/measure-credentials.ts, with a secret and a folder of its own.
 */
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { openClient, openDatabase } from '@/db/client'
import { prepareDatabase } from '@/db/prepare'
import { accounts, sessions } from '@/db/schema/accounts'
import { dataDirectory } from '@/env'
import { proveJwt, signJwt } from '@/server/sandbox/jwt'
import { provePaseto, signPaseto } from '@/server/sandbox/paseto'
import { alternate } from './rounds'

const roundMs = 200
const rowCount = 1_000

const client = openClient(`file:${join(dataDirectory(), 'sessions.db')}`)
await prepareDatabase(client)
const db = openDatabase(client)
const account = 'acc_bench'
const later = Date.now() + 60 * 60 * 1000
await db.insert(accounts).values({ id: account })
const ids = Array.from({ length: rowCount }, () =>
  randomBytes(16).toString('hex'),
)
for (const id of ids)
  await db.insert(sessions).values({
    id,
    account,
    sandboxId: 'sbx_bench',
    startedAt: Date.now(),
    expiresAt: later,
  })

const claims = { sandboxId: 'sbx_bench', memberId: null, sessionId: null }
const jwt = await signJwt(claims, Math.floor(later / 1000))
const paseto = await signPaseto(claims, later)
const text = Buffer.from(jwt.slice(0, jwt.lastIndexOf('.')))
const secret = randomBytes(32)
const mac = createHmac('sha256', secret).update(text).digest()
const privateKey = createPrivateKey({
  key: Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    secret,
  ]),
  format: 'der',
  type: 'pkcs8',
})
const publicKey = createPublicKey(privateKey)
const signature = sign(null, text, privateKey)

let turn = 0
const nextId = () => ids[turn++ % rowCount] ?? ''

/** Each is one proof; it throws where the proof fails. */
const ways = {
  session: async () => {
    const [found] = await db
      .select()
      .from(sessions)
      .where(eq(sessions.id, nextId()))
    if (!found || found.expiresAt < Date.now()) throw new Error('no session')
  },
  bareRow: async () => {
    const { rows } = await client.execute({
      sql: 'select * from sessions where id = ?',
      args: [nextId()],
    })
    if (rows.length !== 1) throw new Error('no row')
  },
  jwt: async () => void (await proveJwt(jwt)),
  bareMac: async () => {
    const own = createHmac('sha256', secret).update(text).digest()
    if (!timingSafeEqual(own, mac)) throw new Error('no match')
  },
  paseto: async () => void (await provePaseto(paseto)),
  bareSignature: async () => {
    if (!verify(null, text, publicKey, signature)) throw new Error('no match')
  },
}
const names = [
  'session',
  'bareRow',
  'jwt',
  'bareMac',
  'paseto',
  'bareSignature',
] as const

for (const name of names) await microseconds(name)
console.log(JSON.stringify(await alternate(names, microseconds)))
client.close()

async function microseconds(name: keyof typeof ways): Promise<number> {
  const prove = ways[name]
  const began = performance.now()
  let count = 0
  while (performance.now() - began < roundMs)
    for (let each = 0; each < 20; each++, count++) await prove()
  return ((performance.now() - began) * 1000) / count
}
