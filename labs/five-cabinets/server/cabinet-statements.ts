/** One order of two dishes, as SQLite keeps it: in two tables. */
export const cabinetStatements = {
  schema: [
    `CREATE TABLE kept_orders (
  id     TEXT PRIMARY KEY,
  guest  TEXT NOT NULL,
  status TEXT NOT NULL
) STRICT`,
    `CREATE TABLE kept_lines (
  kept_order TEXT NOT NULL REFERENCES kept_orders (id),
  dish       TEXT NOT NULL,
  quantity   INTEGER NOT NULL CHECK (quantity > 0)
) STRICT`,
  ],
  write: [
    `INSERT INTO kept_orders VALUES ('ord_1', 'Ada', 'placed')`,
    `INSERT INTO kept_lines VALUES
  ('ord_1', 'miso-ramen', 1),
  ('ord_1', 'pork-dumplings', 2)`,
  ],
  query: [
    `SELECT guest, status, sum(quantity) AS portions
FROM kept_orders
JOIN kept_lines ON kept_order = id
WHERE id = 'ord_1'`,
  ],
  change: [
    `UPDATE kept_orders SET status = 'accepted'
WHERE id = 'ord_1' RETURNING id, status`,
  ],
} as const

export type CabinetPart = keyof typeof cabinetStatements
