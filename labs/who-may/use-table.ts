import { useRef, useState } from 'react'
import { kindWordsFor } from '@/components/kind-words'
import { useAttempt } from '@/components/lab/use-attempt'
import { askAs, type Cell } from './ask-as'
import { gatherCast, sendAway, type Cast } from './cast'
import { Stock } from './stock'
import { callers, keyOf, routes, type Caller, type CellKey } from './words'

export type Cells = Readonly<Partial<Record<CellKey, Cell>>>

/** Which request is under way; the cast is gathered before the first. */
export type Doing = CellKey | 'gathering'

/** The permission table, a real request for each cell. */
export function useTable() {
  const [cells, setCells] = useState<Cells>({})
  const [shown, setShown] = useState<CellKey | null>(null)
  const [cast, setCast] = useState<Cast | null>(null)
  const stock = useRef(new Stock())
  const { busy, problem, attempt, stop, tryAgain } =
    useAttempt<Doing>(kindWordsFor)

  const fill = (keys: readonly CellKey[]) =>
    attempt(async ({ isMine, work }) => {
      let people = cast
      if (!people) {
        work('gathering')
        people = await gatherCast()
        if (!isMine()) return void sendAway(people)
        setCast(people)
      }
      for (const key of keys) {
        work(key)
        const { route, caller } = placeOf(key)
        const given = { cast: people, stock: stock.current }
        const cell = await askAs(caller, route, given)
        if (!isMine()) return
        setCells((before) => ({ ...before, [key]: cell }))
        setShown(key)
      }
    })

  function clear() {
    stop()
    setCells({})
    setShown(null)
  }
  return {
    cells,
    shown,
    /** A caller's own token, for reading what is theirs alone. */
    strangersToken: cast?.stranger.token ?? null,
    isFull: allKeys.every((key) => cells[key]),
    busy,
    problem,
    tryAgain,
    clear,
    fillAll: () => void fill(allKeys.filter((key) => !cells[key])),
    /** Shows a cell that is filled; fills one that is not. */
    press: (key: CellKey) => (cells[key] ? setShown(key) : void fill([key])),
    reset: () => {
      clear()
      if (cast) void sendAway(cast)
      setCast(null)
      stock.current = new Stock()
    },
  }
}

export type Table = ReturnType<typeof useTable>

const places = new Map(
  routes.flatMap((route) =>
    callers.map((caller) => [keyOf(route, caller), { route, caller }] as const),
  ),
)
export const allKeys: readonly CellKey[] = [...places.keys()]

export function placeOf(key: CellKey) {
  const place = places.get(key)
  if (!place) throw new Error(`There is no cell ${key}`)
  return place
}

export function isOf(key: CellKey | null, caller: Caller): boolean {
  return key !== null && placeOf(key).caller === caller
}
