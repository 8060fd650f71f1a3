import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * One order in MariaDB, the nearest relative of MySQL that Debian brings
 * (package mariadb-server). The server is started on an empty folder, listens
 * to a socket only, and is gone afterwards.
 */
const steps = [
  {
    part: 'schema',
    code: `CREATE TABLE kept_orders (
  id     VARCHAR(32) PRIMARY KEY,
  guest  VARCHAR(80) NOT NULL,
  status ENUM('placed', 'accepted', 'delivered') NOT NULL
);
CREATE TABLE kept_lines (
  kept_order VARCHAR(32) NOT NULL,
  dish       VARCHAR(64) NOT NULL,
  quantity   INT UNSIGNED NOT NULL CHECK (quantity > 0),
  FOREIGN KEY (kept_order) REFERENCES kept_orders (id)
);`,
  },
  {
    part: 'write',
    code: `START TRANSACTION;
INSERT INTO kept_orders VALUES ('ord_1', 'Ada', 'placed');
INSERT INTO kept_lines VALUES
  ('ord_1', 'miso-ramen', 1),
  ('ord_1', 'pork-dumplings', 2);
COMMIT;`,
  },
  {
    part: 'query',
    code: `SELECT guest, status, SUM(quantity) AS portions
FROM kept_orders JOIN kept_lines ON kept_order = id
WHERE id = 'ord_1'
GROUP BY id;`,
  },
  {
    part: 'live',
    code: `UPDATE kept_orders SET status = 'accepted' WHERE id = 'ord_1';
SHOW BINLOG EVENTS;`,
    keep: /Table_map|Write_rows|Update_rows|Xid/,
  },
]

export async function recordMariaDb() {
  const folder = mkdtempSync(join(tmpdir(), 'cabinet-mariadb-'))
  const data = join(folder, 'data')
  const socket = join(folder, 'socket')
  execFileSync('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--user=root',
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ])
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--user=root',
      '--skip-networking',
      '--skip-grant-tables',
      '--log-bin=changes',
      '--binlog-format=ROW',
      '--server-id=1',
    ],
    { stdio: 'ignore' },
  )
  try {
    while (!existsSync(socket)) await pause(100)
    const ask = (sql, ...flags) =>
      execFileSync(
        'mariadb',
        ['--no-defaults', `--socket=${socket}`, ...flags],
        { input: sql, encoding: 'utf8' },
      )
    ask('CREATE DATABASE plateful')
    const version = ask('SELECT version()', '--skip-column-names').trim()
    const told = steps.map(({ part, code, keep }) => {
      const said = ask(code, '--table', '-vvv', 'plateful')
      return { part, code, output: tidy(said, keep) }
    })
    return { product: 'MariaDB', version, steps: told }
  } finally {
    server.kill('SIGTERM')
    await new Promise((gone) => server.once('exit', gone))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the client said, without its echo of the statements and its farewell. */
function tidy(said, keep) {
  const lines = said
    .split('\n')
    .filter((line) => /^[|+]|^Query OK|^Records:|rows? in set/.test(line))
    .map((line) => line.replace(/ \([\d.]+ sec\)/, '').trimEnd())
  const rows = keep ? lines.flatMap((line) => eventOf(line, keep)) : lines
  return rows.join('\n')
}

/** Of an event in the log of changes, its kind and what it is about. */
function eventOf(line, keep) {
  if (!line.startsWith('|') || !keep.test(line)) return []
  const [, , , kind, , , about] = line.split('|').map((cell) => cell.trim())
  return [`${kind.padEnd(16)} ${about}`]
}
