import { sharedClient, whenDurable } from '@/db/client'
import { env } from '@/env'
import { stillMembers } from '@/server/sandbox/members'
import { untraced } from '@/tracing/current'
import { templatesIn } from '@/tracing/unpack-spans'
import { spanStore } from '@/tracing/span-store'
import { loadTemplates } from '@/tracing/span-templates'
import { runChores } from './chores'
import {
  deliver,
  heartbeat,
  type EventRow,
  type Follower,
} from './deliver-event'

/** Another process may have written: so often one looks while streams are open. */
const lookEveryMs = env.databaseUrl.startsWith('file:') ? 250 : 1000
const heartbeatMs = 15_000
/** A reader who takes nothing for so long is let go, and may come back. */
const mostBeatsWaited = 4
/** Where no process has a clock of its own, an open stream lends it one. */
const choresEveryMs = 1_000
const rowsAtOnce = 200

/**
 * Follows the event log once for the whole process, and hands each event to
 * the streams of its sandbox. What happens in this process wakes it at once;
 * what another process wrote is found at the next look. Ids are given out by
 * the database's single writer, so a higher id is always a later commit.
 */
export class EventTail {
  #followers = new Map<string, Set<Follower>>()
  #position = 0
  #looking: Promise<void> | null = null
  #isWoken = false
  #ready: Promise<void> = Promise.resolve()
  #timers: NodeJS.Timeout[] = []

  constructor() {
    spanStore().onStored(() => this.wake())
  }

  get streams(): number {
    let sum = 0
    for (const set of this.#followers.values()) sum += set.size
    return sum
  }

  streamsOf(sandboxId: string): number {
    return this.#followers.get(sandboxId)?.size ?? 0
  }

  /** The id of the newest event of all. */
  async newest(): Promise<number> {
    const { rows } = await sharedClient().execute(
      "select coalesce(max(seq), 0) as id from sqlite_sequence where name = 'events'",
    )
    return Number(rows[0]?.['id'] ?? 0)
  }

  /** Joins a stream: first what it missed, then what happens. */
  async follow(follower: Follower): Promise<void> {
    const isFirst = this.streams === 0
    const set = this.#followers.get(follower.sandboxId) ?? new Set()
    this.#followers.set(follower.sandboxId, set.add(follower))
    if (isFirst) this.#start()
    await this.#ready
    await this.#catchUp(follower)
  }

  leave(follower: Follower): void {
    const set = this.#followers.get(follower.sandboxId)
    set?.delete(follower)
    if (set?.size === 0) this.#followers.delete(follower.sandboxId)
    if (this.#followers.size === 0) this.#stop()
  }

  closeAll(): void {
    for (const follower of this.#all()) follower.close()
  }

  /** Something was written here: look now. */
  wake(): void {
    this.#isWoken = true
    if (this.#followers.size === 0) return
    this.#looking ??= this.#look()
      .catch((error: unknown) =>
        console.error('The event log could not be read:', error),
      )
      .finally(() => {
        this.#looking = null
      })
  }

  #start(): void {
    this.#ready = this.newest().then((newest) => {
      this.#position = newest
    })
    if (this.#timers.length > 0) return
    this.#timers = [
      setInterval(() => this.wake(), lookEveryMs),
      setInterval(() => this.#beat(), heartbeatMs),
      ...(env.onVercel ? [setInterval(carryOut, choresEveryMs)] : []),
    ]
    for (const timer of this.#timers) timer.unref()
  }

  #stop(): void {
    for (const timer of this.#timers) clearInterval(timer)
    this.#timers = []
  }

  #beat(): void {
    for (const follower of this.#all()) {
      if (!follower.isLive && ++follower.beatsWaited > mostBeatsWaited)
        follower.close()
      else if (!follower.isBehind()) follower.send(heartbeat)
    }
    void this.#closeEnded().catch(() => undefined)
  }

  /** The streams of those whose time as a member is over. */
  async #closeEnded(): Promise<void> {
    const guests = this.#all().filter(({ memberId }) => memberId !== null)
    if (guests.length === 0) return
    const ids = guests.flatMap(({ memberId }) => memberId ?? [])
    const still = await stillMembers([...new Set(ids)])
    for (const { memberId, close } of guests)
      if (memberId !== null && !still.has(memberId)) close()
  }

  #all(): Follower[] {
    return [...this.#followers.values()].flatMap((set) => [...set])
  }

  async #look(): Promise<void> {
    do {
      this.#isWoken = false
      // Read before the list: whoever joins later has caught up with this.
      const newest = await this.newest()
      const sandboxes = JSON.stringify([...this.#followers.keys()])
      // The plus keeps the search on the ids: only new rows are visited.
      const rows = await this.#read(
        'id > ? and id <= ? and +sandbox_id in (select value from json_each(?))',
        [this.#position, newest, sandboxes],
      )
      for (const row of rows) {
        this.#position = row.id
        for (const follower of this.#followers.get(row.sandboxId) ?? [])
          if (follower.isLive) this.#hand(row, follower)
      }
      if (rows.length === rowsAtOnce) this.#isWoken = true
      // What strangers wrote up to here need not be visited again.
      else this.#position = Math.max(this.#position, newest)
    } while (this.#isWoken)
  }

  /** Whoever falls behind reads the rest from the log, at their own pace. */
  #hand(row: EventRow, follower: Follower): void {
    deliver(follower, row)
    if (!follower.isBehind()) return
    follower.isLive = false
    this.#catchUp(follower).catch(follower.close)
  }

  async #catchUp(follower: Follower): Promise<void> {
    while (!follower.isLive && this.#isFollowing(follower)) {
      const position = this.#position
      const rows = await this.#read('sandbox_id = ? and id > ?', [
        follower.sandboxId,
        follower.cursor,
      ])
      for (const row of rows) {
        await follower.hasRoom()
        follower.beatsWaited = 0
        deliver(follower, row)
      }
      // Nothing was left, and the tail has not moved meanwhile: from here on
      // it hands over everything that is new.
      if (rows.length === 0 && position === this.#position)
        follower.isLive = true
    }
  }

  #isFollowing(follower: Follower): boolean {
    return this.#followers.get(follower.sandboxId)?.has(follower) ?? false
  }

  async #read(where: string, args: (string | number)[]): Promise<EventRow[]> {
    const { rows } = await sharedClient().execute({
      sql: `select id, sandbox_id, kind, trace_id, size, data from events where ${where} order by id limit ${rowsAtOnce}`,
      args,
    })
    await whenDurable()
    const read = rows.map((row) => ({
      id: Number(row['id']),
      sandboxId: String(row['sandbox_id']),
      kind: String(row['kind']),
      traceId: row['trace_id'] === null ? null : String(row['trace_id']),
      size: Number(row['size']),
      data: JSON.parse(String(row['data'])),
    }))
    const batches = read.filter(({ kind }) => kind === 'spans')
    await loadTemplates(
      sharedClient(),
      batches.flatMap(({ data }) => templatesIn(data)),
    )
    return read
  }
}

/** What is due is carried out by whoever looks, and a stream does look. */
function carryOut(): void {
  untraced(() => void runChores())
}

declare global {
  var backOfHouseTail: EventTail | undefined
}

/** The one tail of this process. */
export function eventTail(): EventTail {
  return (globalThis.backOfHouseTail ??= new EventTail())
}
