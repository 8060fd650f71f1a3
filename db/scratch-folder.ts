import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataDirectory, env } from '@/env'

/** What a server that was killed itself has left behind is older than this. */
const leftoverMs = 10 * 60 * 1000

/**
 * A folder for a database file that is thrown away, gone when the work is
 * done, however it ends.
 */
export async function withScratchFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  // A function has no disk of its own but the temporary one.
  const shelf = join(env.onVercel ? tmpdir() : dataDirectory(), 'scratch')
  await mkdir(shelf, { recursive: true })
  await clearLeftovers(shelf)
  const folder = await mkdtemp(join(shelf, 'one-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function clearLeftovers(shelf: string): Promise<void> {
  for (const name of await readdir(shelf)) {
    const folder = join(shelf, name)
    const made = await stat(folder).catch(() => null)
    if (made && Date.now() - made.mtimeMs > leftoverMs)
      await rm(folder, { recursive: true, force: true })
  }
}
