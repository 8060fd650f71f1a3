import { close, fdatasync, openSync } from 'node:fs'
import { LibsqlError } from '@libsql/client'

type LogFile = { descriptor: number; underWay: number; isStale: boolean }

/**
 * Brings a database's write-ahead log to the disk, in a thread of Node's pool:
 * the event loop goes on meanwhile. Each call is a sync of its own, which
 * begins when all that was committed before has been written to the log.
 */
export class LogSync {
  readonly #path: string
  #file: LogFile | null = null
  #newest: Promise<void> | null = null

  constructor(databasePath: string) {
    this.#path = `${databasePath}-wal`
  }

  /** The sync that covers every commit so far; null when all are on the disk. */
  get underWay(): Promise<void> | null {
    return this.#newest
  }

  /** Resolves when what the log holds now is on the disk. */
  run(): Promise<void> {
    const sync = this.#start()
    this.#newest = sync
    const settle = () => {
      if (this.#newest === sync) this.#newest = null
    }
    sync.then(settle, settle)
    return sync
  }

  /** The log may be another file now: SQLite removes it with its last reader. */
  forget(): void {
    if (!this.#file) return
    this.#file.isStale = true
    closeWhenIdle(this.#file)
    this.#file = null
  }

  #start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const file = (this.#file ??= {
        descriptor: openSync(this.#path, 'r+'),
        underWay: 0,
        isStale: false,
      })
      file.underWay += 1
      fdatasync(file.descriptor, (error) => {
        file.underWay -= 1
        closeWhenIdle(file)
        if (error) reject(syncError(error))
        else resolve()
      })
    })
  }
}

function closeWhenIdle({ descriptor, underWay, isStale }: LogFile): void {
  if (isStale && underWay === 0) close(descriptor, () => {})
}

/** As SQLite would have said it, had it waited itself. */
function syncError(cause: Error): LibsqlError {
  return new LibsqlError(
    'The log could not be synced',
    'SQLITE_IOERR',
    'SQLITE_IOERR_FSYNC',
    undefined,
    cause,
  )
}
