import Database from 'libsql'

/**
 * A program of its own, so that it can be stopped like one: it takes two
 * portions off the shelf and writes the order down. Before it goes on from
 * each moment it waits for a word. Where the power is to go, none comes.
 */
const [file, way] = process.argv.slice(2)
const database = new Database(file)

database.exec('PRAGMA journal_mode = WAL')
database.exec('PRAGMA synchronous = FULL')
database.exec('CREATE TABLE dishes (id TEXT PRIMARY KEY, portions INTEGER)')
database.exec('CREATE TABLE orders (id INTEGER, dish TEXT, portions INTEGER)')
database.exec("INSERT INTO dishes VALUES ('miso-ramen', 14)")
database.exec('PRAGMA wal_checkpoint(TRUNCATE)')

await reach('before-first')
if (way === 'together') send('BEGIN')
send("UPDATE dishes SET portions = portions - 2 WHERE id = 'miso-ramen'")
await reach('between')
send("INSERT INTO orders VALUES (1042, 'miso-ramen', 2)")
await reach('before-commit')
if (way === 'together') send('COMMIT')
await reach('after-commit')

function send(sql) {
  database.exec(sql)
  process.send({ sent: sql })
}

/** Says where it is and what it sees, and waits to be told to go on. */
function reach(moment) {
  const { portions } = database.prepare('SELECT portions FROM dishes').get()
  const orders = database.prepare('SELECT id FROM orders').all().length
  return new Promise((goOn) => {
    process.once('message', goOn)
    process.send({ reached: moment, sees: { portions, orders } })
  })
}
