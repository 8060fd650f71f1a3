import { readFile } from 'node:fs/promises'

/** Sizes in bytes, from SQLite's own description of the file. */
const headerBytes = 32
const pageHeadBytes = 24

/**
 * What stands in the write-ahead log. Each page in it has a head; in that of
 * the last page of a commit stands how large the database is from then on,
 * in all others a zero. What comes after the last commit never happened.
 */
export async function readLog(file: string) {
  const log = await readFile(`${file}-wal`).catch(() => Buffer.alloc(0))
  if (log.length < headerBytes)
    return { bytes: log.length, pages: 0, committed: 0 }

  const pageBytes = pageHeadBytes + log.readUInt32BE(8)
  const pages = Math.floor((log.length - headerBytes) / pageBytes)
  let committed = 0
  for (let page = 0; page < pages; page++) {
    const head = headerBytes + page * pageBytes
    if (log.readUInt32BE(head + 4) > 0) committed = page + 1
  }
  return { bytes: log.length, pages, committed }
}
