import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Trace } from '@/contracts/trace'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** A trace says the same things many times over: a tenth of it is enough. */
export async function pack(trace: Trace): Promise<Buffer> {
  return compress(JSON.stringify(trace))
}

/** The copy as it was packed. Nobody but `shareTrace` writes any. */
export async function unpack(body: Buffer): Promise<Trace> {
  return JSON.parse((await expand(body)).toString('utf8'))
}
