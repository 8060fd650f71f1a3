/** In which of two ways the words come into the statement. */
export const searchWays = ['joined', 'parameter'] as const
export type SearchWay = (typeof searchWays)[number]

/** So many characters may be searched for: enough for any attack. */
export const longestWords = 2_000

/** How much may happen in the cage, and how much of it leaves. */
export const cageLimits = {
  /** So long the reader's text may run before the cage is ended. */
  runMs: 500,
  /** What SQLite may hold in memory, all in all. */
  heapBytes: 32 * 1024 ** 2,
  statements: 6,
  rows: 20,
  columns: 8,
  cellLength: 120,
  tables: 6,
} as const

export type CagedTable = {
  name: string
  columns: string[]
  rows: (string | null)[][]
  count: number
}

type SceneTable = Omit<CagedTable, 'count'> & { create: string }

/** What every cage holds before a search. The people are invented. */
export const cageScene: SceneTable[] = [
  {
    name: 'dishes',
    columns: ['id', 'name', 'price', 'on_menu'],
    create: 'id INTEGER, name TEXT, price TEXT, on_menu INTEGER',
    rows: [
      ['1', 'Dan dan noodles', '11.80', '1'],
      ['2', 'Miso ramen', '12.50', '1'],
      ['3', 'Pork dumplings', '7.00', '1'],
      ['4', 'Cold sesame noodles', '9.60', '1'],
      ['5', 'Mapo tofu', '10.90', '1'],
      ['6', "O'Brien's stout cake", '6.40', '1'],
      ['7', 'Staff supper', '0.00', '0'],
    ],
  },
  {
    name: 'guests',
    columns: ['id', 'name', 'address', 'phone'],
    create: 'id INTEGER, name TEXT, address TEXT, phone TEXT',
    rows: [
      ['1', 'Ada Fields', '4 Quay Street', '555-0142'],
      ['2', 'Bo Lindqvist', '19 Mill Lane', '555-0177'],
      ['3', 'Chidi Brandt', '2 Harbour Row', '555-0109'],
    ],
  },
]
