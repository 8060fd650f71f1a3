import { close, fdatasync, openSync } from 'node:fs'
import { LibsqlError } from '@libsql/client'

type Sync = {
  promise: Promise<void>
  resolve: () => void
  reject: (error: unknown) => void
}
type LogFile = {
  descriptor: number
  isBusy: boolean
  /** Begins when the one that is under way is over. */
  next: Sync | null
  isStale: boolean
}

/**
 * Brings a database's write-ahead log to the disk, in a thread of Node's pool:
 * the event loop goes on meanwhile. A sync covers what was committed before it
 * began; whoever commits while one is under way shares the one after it.
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
    const file = (this.#file ??= openLog(this.#path))
    const sync = syncOf(file)
    if (sync === this.#newest) return sync

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
}

function openLog(path: string): LogFile {
  const descriptor = openSync(path, 'r+')
  return { descriptor, isBusy: false, next: null, isStale: false }
}

function syncOf(file: LogFile): Promise<void> {
  if (file.isBusy) return (file.next ??= newSync()).promise
  const sync = newSync()
  start(file, sync)
  return sync.promise
}

function newSync(): Sync {
  let resolve = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<void>((onDone, onError) => {
    resolve = onDone
    reject = onError
  })
  return { promise, resolve, reject }
}

function start(file: LogFile, sync: Sync): void {
  file.isBusy = true
  fdatasync(file.descriptor, (error) => {
    const { next } = file
    file.isBusy = false
    file.next = null
    if (!error) {
      if (next) start(file, next)
      sync.resolve()
    } else {
      // The system tells of what it lost once: the next would hear of nothing.
      for (const one of [sync, next]) one?.reject(syncError(error))
    }
    closeWhenIdle(file)
  })
}

function closeWhenIdle({ descriptor, isBusy, isStale }: LogFile): void {
  if (isStale && !isBusy) close(descriptor, () => {})
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
