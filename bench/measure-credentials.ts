import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '@/scripts/child.mjs'
import { compare, type Result } from './results'

const run = promisify(execFile)

type Name =
  'session' | 'bareRow' | 'jwt' | 'bareMac' | 'paseto' | 'bareSignature'

/**
 * What it costs to know who is asking: a session whose row is looked up in an
 * embedded database, a JWT, a PASETO. Nothing is remembered between two proofs.
 */
export async function measureCredentials(folder: string): Promise<Result[]> {
  const data = join(folder, 'credentials')
  mkdirSync(data, { recursive: true })
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', join(root, 'bench', 'verify-credentials.ts')],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_NO_WARNINGS: '1',
        DATA_DIR: data,
        AUTH_SECRET: randomBytes(32).toString('hex'),
      },
    },
  )
  const times: Record<Name, number[]> = JSON.parse(stdout)
  return [
    row(
      'a session, its row looked up',
      'the bare statement',
      times.session,
      times.bareRow,
    ),
    row('a JWT (HS256)', 'the bare HMAC', times.jwt, times.bareMac),
    row(
      'a PASETO (v4.public)',
      'bare Ed25519',
      times.paseto,
      times.bareSignature,
    ),
    compare(
      {
        what: 'a session’s row against a JWT',
        unit: 'µs',
        floorName: 'the JWT',
        note: 'the database is embedded; a remote one adds its way there and back',
      },
      times.session,
      times.jwt,
    ),
  ]
}

function row(what: string, floorName: string, ours: number[], floor: number[]) {
  return compare({ what: `prove ${what}`, unit: 'µs', floorName }, ours, floor)
}
