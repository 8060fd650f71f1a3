export type LabKind = 'live' | 'recorded' | 'simulated'

/** Every lab by its name, which is its name everywhere. */
export const labs = {
  'place-order': {
    title: 'Place an order and watch everything it starts',
    line: 'A real order form, and beside it everything that it starts.',
    kind: 'live',
  },
  'break-it': {
    title: 'Break an order on purpose',
    line: 'Nine things that go wrong with real orders, one lever for each. Throw one, order, and see what protects the order. Then untick the protection and order the same again: both orders are traced, and what is no longer true of the books is written beside the lever.',
    kind: 'live',
  },
  track: {
    title: 'One order on three screens',
    line: 'Guest, kitchen and courier read the same log of events. Nobody asks whether there is news: each screen keeps one request open, and events come down it as they are written. Cut a line, and see that nothing is missed.',
    kind: 'live',
  },
  'polling-or-push': {
    title: 'How does a screen hear that something happened?',
    line: 'One order, followed in three ways at the same time, all of them on the real backend: asking again and again, asking and being kept waiting, and one answer that never ends. Requests, bytes and delays are measured while you watch.',
    kind: 'live',
  },
  'trust-the-browser': {
    title: 'May a shop believe the page?',
    line: 'Edit the price in the page, as anybody can, and order. One checkout believes the page; the real one has a menu of its own. Read what each of them wrote down.',
    kind: 'live',
  },
  'last-portion': {
    title: 'Two guests, one portion left',
    line: 'Two programs, one number in a table. Let them go on statement by statement in any order you like, until both guests are promised the same bowl. Then run the race two hundred times, without a guard and with one, and count.',
    kind: 'live',
  },
  'two-windows': {
    title: 'One count, kept in three places',
    line: 'The same button counts in the page’s memory, in the browser’s storage and on the server. Press it in one window, reload that, look into the other, and open another browser.',
    kind: 'live',
  },
  'power-cut': {
    title: 'The power goes out between two writes',
    line: 'An order is two changes: portions leave the shelf, and the order enters the book. A process makes them, and is killed where you say. Then the database is opened again: what is left, with a transaction and without?',
    kind: 'live',
  },
  injection: {
    title: 'Who writes the statement?',
    line: 'One search, written in two ways: the guest’s words joined into the SQL, and the guest’s words beside it. Type what you like, attacks included. Each search gets a database of its own in a cage, which is ended after half a second and thrown away.',
    kind: 'live',
  },
  engine: {
    title: 'Three pedals, one engine',
    line: 'Log in, post a comment, buy: three buttons that look as if they had nothing in common. Press all three, and lay their traces side by side.',
    kind: 'live',
  },
  'raw-request': {
    title: 'Write a request by hand',
    line: 'A request is text, and you write all of it: the first line, the fields, the body, and the mistakes. It goes to this server as it is, and the bytes that come back are shown as they came.',
    kind: 'live',
  },
  'status-codes': {
    title: 'Make the server say it',
    line: 'Five families of status codes, and a board that begins empty. A code appears on it when you have done the thing that causes it: everything here is a real answer of this server.',
    kind: 'live',
  },
  'keep-or-forget': {
    title: 'What does a server remember?',
    line: 'Tell a server your name, and ask it again: with your cookies and without, before it is restarted and after. A variable, a cookie and a row each remember something else, and forget at another time.',
    kind: 'live',
  },
  index: {
    title: 'Finding one slip among 100,000',
    line: 'One guest’s orders, looked for by reading every row and by walking to the right ones. The database tells its plan, each way is measured 200 times, and the table grows from 1,000 orders to 100,000.',
    kind: 'live',
  },
  'one-waiter': {
    title: 'One waiter for everybody',
    line: 'Six, twelve or twenty-four guests ask at once: a handler that waits, one that computes, one that has another thread compute. How long each of them waited is measured in the page and in the server, and so is what it does to a bystander.',
    kind: 'live',
  },
  'five-cabinets': {
    title: 'One order in five databases',
    line: 'SQLite on this server and PostgreSQL in your own tab, where you may type any SQL you like. MySQL, MongoDB and Firebase by recordings of their nearest relatives, which say what they are. The same order in each: how it is kept, found, changed, and who hears of it.',
    kind: 'live',
  },
  'n-plus-one': {
    title: 'One list, and the questions behind it',
    line: 'A list of orders with their dishes, read in two ways. Count in the traces what each of them asks of the database. Then move the database further away.',
    kind: 'live',
  },
  'write-and-read': {
    title: 'One order, and the rows it writes',
    line: 'Place an order and see every row that it writes, in which table, and where its keys lead. Read it back with a join. Then send the database a row that does not belong.',
    kind: 'live',
  },
  weather: {
    title: 'Somebody else’s service is down',
    line: 'A phone, our backend, and a weather service behind it that is slow, stumbles, is broken or down, as you choose. Take the protections away one by one, and see what five guests see, how long they wait, and how often the service is asked.',
    kind: 'live',
  },
  'session-or-token': {
    title: 'Who strikes out a letter?',
    line: 'One login on two devices, remembered in three ways: by a row, by a signed token, and by a token whose row is looked up. Log out everywhere and see which of them still open the door, for how long, and what each of them costs per request.',
    kind: 'live',
  },
  jwt: {
    title: 'A token, taken apart',
    line: 'Your own API token in its three parts, each of them decoded and yours to edit. Forge it in every way that is known, send what you made to a real door, and see the line of code that refused it. Then the same as a PASETO.',
    kind: 'live',
  },
  webhook: {
    title: 'Who is at the kitchen’s door?',
    line: 'Be the restaurant: signed messages about your own order arrive, and some of them were changed, forged, recorded or kept for too long. See what your kitchen answers to each, and what it prints. Then close the door, and see how often somebody comes back.',
    kind: 'live',
  },
  'rest-explorer': {
    title: 'Walk an API by its own replies',
    line: 'Two addresses are given, and every other one stands in a reply: press it there. Read a menu, order, turn pages, ask for what you have, send an order twice, and change it from another window. All of it is the API of this site, and where you have been is kept.',
    kind: 'live',
  },
  oauth: {
    title: 'Signing in, hop by hop',
    line: 'Sign in for real, and see every message of it on four lanes, the ones that never pass your browser included. Then take one protection away from a weak twin, let an attacker try, and see the same attack fail on Plateful.',
    kind: 'live',
  },
  'rest-or-graphql': {
    title: 'One screen, two ways to ask for it',
    line: 'Three orders on a phone, each with its restaurant. Fetched by several requests, and by one question that has the shape of the screen: requests, bytes and statements are counted. Then write questions of your own, also one that asks too much.',
    kind: 'live',
  },
  'rate-limit': {
    title: 'A flood at the door',
    line: 'A greedy guest and a modest one, and a limit that you set. Every request is really sent and really counted, by the same statement that every door of this site counts with. See who is let through, who hears 429, and what becomes of a guest who waits when told.',
    kind: 'live',
  },
  'password-store': {
    title: 'The table has leaked',
    line: 'The same passwords kept as they are, by a fast hash, and by a slow one with salt. A guesser gets 300 ms of this server for each, with a list of usual passwords: see what it finds, what it costs to make guessing slow, and how long a password of your own making would last.',
    kind: 'live',
  },
  'break-the-contract': {
    title: 'Change a promise',
    line: 'One change of the contract of orders, released while a phone of March still calls. A tool compares the documents, the compiler has read the phone’s program, a checker reads the first answer, and the phone orders for real. Who complains, and who finds out at dinner?',
    kind: 'live',
  },
  'who-may': {
    title: 'Who may do what?',
    line: 'You, a guest, a cook, a courier and a stranger at seven doors of the backend. Each cell of the table is a real request with a real token. Bet on a few, have them filled, and read the line that allowed or refused.',
    kind: 'live',
  },
  xss: {
    title: 'A review with a script in it',
    line: 'Write a review that is more than words, and have it shown by three pages: one that was joined out of strings, this very page, and the joined one under a strict policy. What a script can do where it runs is shown for real, in a frame that reaches nothing of this site.',
    kind: 'live',
  },
  csrf: {
    title: 'A page of another site sends the form',
    line: 'You are signed in here, and visit a page about soup. It sends something to this site, and your browser adds the cookie. See what arrives at a door that asks for the cookie alone and at one that asks for more, with every kind of cookie, and what CORS has to do with it.',
    kind: 'live',
  },
  encrypt: {
    title: 'Who can read the note?',
    line: 'A note for the courier, sent as it is and sealed in this page. See what the row, the disk and the line have of each, turn one bit over, use a number twice that was meant for once, and try to read a hash backwards. The key never leaves the page.',
    kind: 'live',
  },
} as const satisfies Record<
  string,
  { title: string; line: string; kind: LabKind }
>

export type LabName = keyof typeof labs

export function isLab(name: string): name is LabName {
  return Object.hasOwn(labs, name)
}
