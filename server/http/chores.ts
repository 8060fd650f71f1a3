type Chore = () => Promise<void>

declare global {
  var backOfHouseChores:
    | { list: Set<Chore>; running: Promise<void> | null; isWanted: boolean }
    | undefined
}

const chores = () =>
  (globalThis.backOfHouseChores ??= {
    list: new Set(),
    running: null,
    isWanted: false,
  })

/** Registers work that whoever comes by carries out: deliveries that are due. */
export function registerChore(chore: Chore): void {
  chores().list.add(chore)
}

/** Runs the chores once, and once more when somebody asked meanwhile. */
export function runChores(): Promise<void> {
  const state = chores()
  // With nothing to await, the loop would be over before it is known to run.
  if (state.list.size === 0) return Promise.resolve()
  state.isWanted = true
  return (state.running ??= (async () => {
    while (state.isWanted) {
      state.isWanted = false
      for (const chore of state.list)
        await chore().catch((error: unknown) =>
          console.error('A chore failed:', error),
        )
    }
    state.running = null
  })())
}
