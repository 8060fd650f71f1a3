type SqlText = { title: string; sql: string }

/** The same order, step by step, and what PostgreSQL says to mistakes. */
export const postgresTexts: SqlText[] = [
  {
    title: 'Make the tables',
    sql: `CREATE TABLE kept_orders (
  id        text PRIMARY KEY,
  guest     text NOT NULL,
  status    text NOT NULL DEFAULT 'placed',
  placed_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE kept_lines (
  kept_order text NOT NULL REFERENCES kept_orders,
  dish       text NOT NULL,
  quantity   int  NOT NULL CHECK (quantity > 0)
);`,
  },
  {
    title: 'Keep the order',
    sql: `BEGIN;
INSERT INTO kept_orders (id, guest) VALUES ('ord_1', 'Ada');
INSERT INTO kept_lines VALUES
  ('ord_1', 'miso-ramen', 1),
  ('ord_1', 'pork-dumplings', 2);
COMMIT;`,
  },
  {
    title: 'Find it again',
    sql: `SELECT guest, status,
  json_agg(json_build_object('dish', dish, 'quantity', quantity)) AS lines
FROM kept_orders JOIN kept_lines ON kept_order = id
WHERE id = 'ord_1'
GROUP BY id;`,
  },
  {
    title: 'Change it, and tell',
    sql: `UPDATE kept_orders SET status = 'accepted'
WHERE id = 'ord_1' RETURNING id, status;
NOTIFY kept_orders, 'ord_1 is accepted';`,
  },
  {
    title: 'Ask for the plan',
    sql: `EXPLAIN ANALYZE
SELECT guest, sum(quantity)
FROM kept_orders JOIN kept_lines ON kept_order = id
GROUP BY guest;`,
  },
  {
    title: 'Misspell a column',
    sql: `SELECT gest FROM kept_orders;`,
  },
  {
    title: 'Order none of it',
    sql: `INSERT INTO kept_lines VALUES ('ord_1', 'miso-ramen', 0);`,
  },
  {
    title: 'Never come to an end',
    sql: `SELECT count(*) FROM generate_series(1, 100000000000);`,
  },
]

/** What the editor offers to complete. */
export const postgresSchema = {
  kept_orders: ['id', 'guest', 'status', 'placed_at'],
  kept_lines: ['kept_order', 'dish', 'quantity'],
}
