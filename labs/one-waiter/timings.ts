type Entry = PerformanceResourceTiming

/** Collects the browser's own measurements of all that one run sends. */
export class Timings {
  readonly #entries = new Map<string, Entry>()
  readonly #observer: PerformanceObserver | null
  #onNew = () => undefined as void

  constructor(mark: string) {
    const note = (list: PerformanceEntry[]) => {
      for (const entry of list)
        if (
          entry instanceof PerformanceResourceTiming &&
          entry.name.includes(mark)
        )
          this.#entries.set(pathOf(entry.name), entry)
      this.#onNew()
    }
    try {
      this.#observer = new PerformanceObserver((list) =>
        note(list.getEntries()),
      )
      this.#observer.observe({ type: 'resource' })
    } catch {
      // A browser without it measures nothing.
      this.#observer = null
    }
  }

  /** Waits until all of them are measured, and not for ever. */
  async settle(paths: readonly string[], atMostMs = 1_000): Promise<void> {
    const areThere = () => paths.every((path) => this.#entries.has(path))
    if (this.#observer && !areThere())
      await new Promise<void>((done) => {
        const timer = setTimeout(done, atMostMs)
        this.#onNew = () => {
          if (!areThere()) return
          clearTimeout(timer)
          done()
        }
      })
    this.#observer?.disconnect()
  }

  of(path: string): Entry | null {
    const entry = this.#entries.get(path)
    return entry && entry.requestStart > 0 ? entry : null
  }
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address)
  return pathname + search
}
