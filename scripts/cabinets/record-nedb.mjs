/**
 * One order in NeDB, a small document database for Node.js whose calls are a
 * part of MongoDB's. It is no server and no MongoDB: what it shows is the way
 * of asking. MongoDB itself, and FerretDB, could not be had where this is run.
 */
const steps = [
  {
    part: 'write',
    code: `await orders.insertAsync({
  _id: 'ord_1',
  guest: 'Ada',
  status: 'placed',
  lines: [
    { dish: 'miso-ramen', quantity: 1 },
    { dish: 'pork-dumplings', quantity: 2 },
  ],
})`,
    run: (orders) =>
      orders.insertAsync({
        _id: 'ord_1',
        guest: 'Ada',
        status: 'placed',
        lines: [
          { dish: 'miso-ramen', quantity: 1 },
          { dish: 'pork-dumplings', quantity: 2 },
        ],
      }),
  },
  {
    part: 'query',
    code: `await orders.findAsync(
  { lines: { $elemMatch: { dish: 'pork-dumplings', quantity: { $gte: 2 } } } },
  { guest: 1, status: 1 },
)`,
    run: (orders) =>
      orders.findAsync(
        {
          lines: {
            $elemMatch: { dish: 'pork-dumplings', quantity: { $gte: 2 } },
          },
        },
        { guest: 1, status: 1 },
      ),
  },
  {
    part: 'change',
    code: `await orders.updateAsync(
  { _id: 'ord_1' },
  { $set: { status: 'accepted' } },
  { returnUpdatedDocs: true },
)`,
    run: async (orders) => {
      const { numAffected, affectedDocuments } = await orders.updateAsync(
        { _id: 'ord_1' },
        { $set: { status: 'accepted' } },
        { returnUpdatedDocs: true },
      )
      const { _id, status } = affectedDocuments
      return { numAffected, _id, status }
    },
  },
]

/** @param {(name: string) => Promise<any>} load From where they are installed. */
export async function recordNeDb(load, version) {
  const { default: Datastore } = await load('@seald-io/nedb')
  const orders = new Datastore()
  const told = []
  for (const { part, code, run } of steps)
    told.push({
      part,
      code,
      output: JSON.stringify(await run(orders), null, 2),
    })
  return { product: 'NeDB', version, steps: told }
}
