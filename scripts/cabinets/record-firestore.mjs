/**
 * One order in the client of Firestore, Firebase's own JavaScript SDK, with
 * its network turned off: the store that it keeps on the device takes the
 * write, answers the query and tells listeners. The service behind it, and its
 * emulator, could not be had where this is run.
 */
const order = {
  guest: 'Ada',
  status: 'placed',
  lines: [
    { dish: 'miso-ramen', quantity: 1 },
    { dish: 'pork-dumplings', quantity: 2 },
  ],
}

/** @param {(name: string) => Promise<any>} load From where they are installed. */
export async function recordFirestore(load, version) {
  const { deleteApp, initializeApp } = await load('firebase/app')
  const firestore = await load('firebase/firestore')
  const { collection, disableNetwork, doc, getDocsFromCache } = firestore
  const { getFirestore, onSnapshot, query, setDoc, updateDoc, where } =
    firestore
  firestore.setLogLevel('silent')
  const app = initializeApp({ projectId: 'plateful', apiKey: 'none' })
  const db = getFirestore(app)
  await disableNetwork(db)

  const heard = []
  const news = waiting(2)
  const leave = onSnapshot(
    doc(db, 'orders', 'ord_1'),
    { includeMetadataChanges: true },
    (found) => {
      if (!found.exists()) return
      const { status } = found.data()
      const { fromCache, hasPendingWrites } = found.metadata
      heard.push({ status, fromCache, hasPendingWrites })
      news.one()
    },
  )
  // Not awaited: it resolves when the service has agreed, and none is there.
  void setDoc(doc(db, 'orders', 'ord_1'), order)
  const kept = await firestore.getDocFromCache(doc(db, 'orders', 'ord_1'))
  const { fromCache, hasPendingWrites } = kept.metadata
  const taken = { exists: kept.exists(), fromCache, hasPendingWrites }
  const found = await getDocsFromCache(
    query(collection(db, 'orders'), where('status', '==', 'placed')),
  )
  const rows = found.docs.map((one) => ({ id: one.id, ...one.data() }))
  void updateDoc(doc(db, 'orders', 'ord_1'), { status: 'accepted' })
  await news.all
  leave()
  await deleteApp(app)
  return {
    product: 'Firestore SDK for JavaScript',
    version,
    steps: [
      {
        part: 'write',
        code: `setDoc(doc(db, 'orders', 'ord_1'), {
  guest: 'Ada',
  status: 'placed',
  lines: [
    { dish: 'miso-ramen', quantity: 1 },
    { dish: 'pork-dumplings', quantity: 2 },
  ],
})

const kept = await getDocFromCache(doc(db, 'orders', 'ord_1'))`,
        output: JSON.stringify(taken),
      },
      {
        part: 'query',
        code: `getDocsFromCache(
  query(collection(db, 'orders'), where('status', '==', 'placed')),
)`,
        output: JSON.stringify(rows, null, 2),
      },
      {
        part: 'live',
        code: `onSnapshot(doc(db, 'orders', 'ord_1'), (found) => show(found))

updateDoc(doc(db, 'orders', 'ord_1'), { status: 'accepted' })`,
        output: heard.map((one) => JSON.stringify(one)).join('\n'),
      },
    ],
  }
}

function waiting(count) {
  let open
  let left = count
  const all = new Promise((resolve) => (open = resolve))
  return { all, one: () => (--left === 0 ? open() : undefined) }
}
