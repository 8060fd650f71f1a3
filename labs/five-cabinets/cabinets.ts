import recording from '@/recordings/five-cabinets.json'

export type CabinetName =
  'sqlite' | 'postgresql' | 'mysql' | 'mongodb' | 'firebase'

type TranscriptStep = { part: string; code: string; output: string }

export type Transcript = {
  product: string
  version: string
  steps: TranscriptStep[]
  /** What it is, and what it is not. */
  honest: string
  /** What the engine itself would be told; it was not run here. */
  notRun: { title: string; code: string; why: string }[]
}

type Cabinet = {
  name: CabinetName
  title: string
  kind: 'live' | 'recorded'
  where: string
  /** What it keeps an order as. */
  keeps: string
  live: string
  goodAt: string
  source: string
}

export const recordedOn = recording.recordedAt.slice(0, 10)

export const cabinets: Cabinet[] = [
  {
    name: 'sqlite',
    title: 'SQLite',
    kind: 'live',
    where: 'on this server',
    keeps: 'Rows in two tables, in one file',
    live: 'None: the program that wrote has to tell the others',
    goodAt:
      'One program and its data: a phone, a desktop, a small or middling site. Nothing to install, nothing to run.',
    source: 'sqlite.org, “Appropriate Uses For SQLite”',
  },
  {
    name: 'postgresql',
    title: 'PostgreSQL',
    kind: 'live',
    where: 'in this tab',
    keeps: 'Rows in two tables, on a server of its own',
    live: 'LISTEN and NOTIFY, between connections to one server',
    goodAt:
      'Many writers at once, strict rules, questions that nobody foresaw: the usual first choice for a backend.',
    source: 'PostgreSQL 18 documentation, “Concurrency Control” and “NOTIFY”',
  },
  {
    name: 'mysql',
    title: 'MySQL',
    kind: 'recorded',
    where: 'its fork MariaDB',
    keeps: 'Rows in two tables, on a server of its own',
    live: 'None for guests; its log of changes feeds copies and other programs',
    goodAt:
      'Much reading, copies that follow the first, and hosting everywhere.',
    source: 'MySQL 8.4 Reference Manual, “The Binary Log” and “Replication”',
  },
  {
    name: 'mongodb',
    title: 'MongoDB',
    kind: 'recorded',
    where: 'a small relative, NeDB',
    keeps: 'One document with its lines inside, of 16 MiB at most',
    live: 'Change streams, on a set of servers that copy each other',
    goodAt:
      'Things that are read whole and differ among themselves, spread over many machines.',
    source: 'MongoDB Manual, “Documents” and “Change Streams”',
  },
  {
    name: 'firebase',
    title: 'Firebase',
    kind: 'recorded',
    where: 'its own client, offline',
    keeps: 'One document with its lines inside, of 1 MiB at most',
    live: 'Built in: whoever listens to a document is told of each change',
    goodAt:
      'Apps whose screens talk to the database directly, with rules instead of a backend, and go on without a network.',
    source:
      'Firebase documentation, “Get realtime updates with Cloud Firestore”',
  },
]

export const transcripts: Record<'mysql' | 'mongodb' | 'firebase', Transcript> =
  {
    mysql: {
      ...recording.mysql,
      honest:
        'This is MariaDB, which began as a copy of MySQL in 2009. These statements are the same in both. MySQL itself was not run.',
      notRun: [],
    },
    mongodb: {
      ...recording.mongodb,
      honest:
        'This is NeDB, a document database inside a Node.js program, whose calls are a part of MongoDB’s. It is no server, and MongoDB itself was not run: it could not be had where these recordings are made.',
      notRun: [
        {
          title: 'Live update',
          code: `const changes = orders.watch([
  { $match: { 'documentKey._id': 'ord_1' } },
])
for await (const change of changes) show(change)`,
          why: 'NeDB has nothing like it. The call is that of MongoDB’s driver for Node.js.',
        },
      ],
    },
    firebase: {
      ...recording.firebase,
      honest:
        'This is Firebase’s own client library with its network turned off. The store that it keeps on the device took the write, answered and told the listener, and says itself that the write is still waiting for the service. Neither the service nor its emulator was run.',
      notRun: [
        {
          title: 'Who may: the rules that stand where a backend would',
          code: `match /orders/{order} {
  allow read: if request.auth.uid == resource.data.guest;
  allow create: if request.resource.data.status == 'placed';
}`,
          why: 'Rules are judged by the service alone. With them a screen may talk to the database directly; what they leave out, anybody may do.',
        },
      ],
    },
  }
