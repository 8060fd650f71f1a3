import { open } from 'node:fs/promises'

/** So small a database has two pages of four thousand bytes each. */
const mostBytes = 16 * 1024

/** What the disk has: the bytes of the database file, in base64. */
export async function readDisk(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(mostBytes),
    })
    return buffer.subarray(0, bytesRead).toString('base64')
  } finally {
    await handle.close()
  }
}
