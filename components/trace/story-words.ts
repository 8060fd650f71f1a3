import { limitSentences } from './limit-words'
import { attackSentences } from './attack-words'
import { signInSentences } from './sign-in-words'
import { tokenSentences } from './token-words'

/** What a step does, in one plain sentence. The names are those of the spans. */
export const sentences: Record<string, string> = {
  'press Place order': 'You press the button, and the browser takes the time.',
  'hear the press': 'The browser hands the press to the code of this page.',
  'prepare the request':
    'The browser makes the request ready and finds a connection for it.',
  'look up the address': 'The browser looks up the server’s address.',
  'open a connection': 'The browser opens a connection to the server.',
  'secure the connection': 'Browser and server agree on how to encrypt.',
  'wait for the first byte': 'The browser waits for the first byte of a reply.',
  'read the reply': 'The browser reads the reply to its end.',
  'parse the reply': 'The page makes an order out of the text of the reply.',
  'paint the confirmation': 'The confirmation appears on the screen.',
  'see who is asking': 'The server reads the cookie to see who is asking.',
  'count this request': 'It counts this request, so that nobody can flood it.',
  'read the order': 'It reads the order and refuses anything malformed.',
  'look for a repeat': 'It looks whether this very order was sent before.',
  'price the basket':
    'It looks up today’s menu and works out the price itself.',
  'save the order':
    'It saves the order with all that belongs to it, or nothing.',
  transaction:
    'A transaction opens: what follows counts together or not at all.',
  BEGIN: 'The database opens a transaction.',
  COMMIT: 'The database commits: from here on this survives a power cut.',
  ROLLBACK: 'The database takes everything back, as if nothing had happened.',
  SELECT: 'The database works out what stands in no table.',
  CREATE: 'The database makes a table.',
  'EXPLAIN orders': 'The database tells how it would look for the orders.',
  'open a sandbox':
    'This is your first order, so you get a sandbox of your own.',
  'find the order': 'It finds the order among your own.',
  'read the change': 'It reads the change and refuses anything malformed.',
  'compare the version':
    'It compares the version you saw with the present one.',
  'move the order': 'It moves the order to its next state, if that is allowed.',
  'find the message': 'It takes the message about your newest order again.',
  'wrap the message': 'It signs the message, and does to it what you chose.',
  'send the message': 'It sends the message to the kitchen, and nowhere else.',
  'count the tickets': 'It counts the tickets that this message has become.',
  'read the contract': 'It takes what its contract says about orders.',
  'change the contract': 'It makes the change that you chose, on a copy.',
  'compare the contracts':
    'A tool tells where the two contracts differ, and what of it breaks.',
  'check the answer by the old contract':
    'It holds the answer against the contract as it was.',
  'see which contract holds': 'It looks which change this door stands for.',
  'tell it in the new words': 'It tells the order in the new words.',
  'read the place': 'It reads which place is meant, and takes numbers only.',
  'look for kept weather':
    'It looks whether somebody has asked about this place before.',
  'a guest looks at the weather':
    'A guest wants to know whether it rains, and waits.',
  'ask the weather service':
    'It asks somebody else’s service, and waits only so long.',
  'read the page wanted': 'It reads which page of the list is wanted.',
  'list the orders': 'It gathers your orders, newest first.',
  'find the restaurant': 'It finds the restaurant and whether it is open now.',
  'read the menu': 'It reads the menu, with what is left of each dish.',
  'list the restaurants': 'It lists the restaurants, those open now first.',
  'read what is asked':
    'It reads the question, and whether it asks for a change.',
  'look up the restaurants':
    'It finds all the restaurants that the answer needs, with one statement.',
  'read the menus':
    'It reads all the menus that the answer needs, with one statement.',
  'deliver from the outbox':
    'The guest has the answer. A message is waiting in the outbox.',
  'read the message': 'The restaurant reads the message.',
  'deliver the message': 'The restaurant is being told.',
  'check the signature': 'The restaurant checks that the message is genuine.',
  'print the ticket': 'The kitchen prints the ticket.',
  'play the kitchen':
    'No person cooks, and a move is due: the autopilot makes it.',
  'play the courier':
    'No person rides, and a move is due: the autopilot makes it.',
  'see whose part it is':
    'It looks whether this move belongs to the caller’s part.',
  'list the deliveries': 'It gathers where the food of each order is.',
  'leave it to them': 'It leaves the move to a person, and looks again later.',
  'see who plays the kitchen':
    'It looks whether a person plays the kitchen now.',
  'see who plays the courier':
    'It looks whether a person plays the courier now.',
  'take the delivery': 'A courier takes the delivery, if it is still on offer.',
  'find the delivery': 'It looks where the food of this order is.',
  'read the words': 'It reads what is searched for, and in which of two ways.',
  'search by joining strings':
    'It joins the words into the statement, and a database in a cage runs that.',
  'search with a parameter':
    'It sends the statement with a place in it, and the words beside it.',
  'ask for its version': 'It asks the database which version of SQLite it is.',
  'build the drawers':
    'It makes the tables: which columns there are, and what may stand in them.',
  'put the order in':
    'It writes the order and its lines, together or not at all.',
  'take the order out': 'It asks for the order with its lines, as one row.',
  'change the order':
    'It changes the status of the order and reads what stands there now.',
  'save it without protection':
    'A checkout without protection writes one thing after another.',
  'hold the books against it':
    'It holds the books against what has to be true of them.',
  'tell the guest': 'It puts together what the guest is told.',
  'read the question':
    'The server reads what the page knows, and how long it will wait.',
  'wait for news':
    'It keeps the request open until something happens, or until the time is over.',
  'read the review': 'It reads the review and refuses anything malformed.',
  'find the dish': 'It looks whether any menu has that dish.',
  'keep the review': 'It keeps the review where it outlives the page.',
  'read the sign-in': 'It reads the name and the password.',
  'check the password':
    'It works out the hash of the password and compares it with the one it keeps.',
  'keep the sign-in': 'It writes down who is signed in, and until when.',
  'read the experiment':
    'It reads which experiment is wanted, and takes none but those on offer.',
  'open the archive':
    'It opens the old orders, which are the same for everybody and cannot be changed.',
  'ask for the plan': 'It asks the database how it means to find the rows.',
  'search without the index':
    'It looks for one guest’s orders where no index helps.',
  'measure without the index':
    'It asks the same again 200 times and takes the time of each.',
  'search with the index':
    'It looks for the same orders in a table with an index.',
  'measure with the index':
    'It asks the same again 200 times and takes the time of each.',
  'write into more and more indexes':
    'It writes the same orders into tables with no index, one and four.',
  'read it with a join':
    'It reads the order with its lines and names in one statement.',
  'try to break a rule':
    'It sends a row that breaks a rule, and hears what the database says.',
  'list them one by one':
    'It asks for the orders, and then once more for each of them.',
  'list them with one join':
    'It asks for the orders with their lines in one statement.',
  'believe the page':
    'A naive checkout stores the price that the page told it.',
  'read it back': 'It reads the rows that were written.',
  'read the tally': 'It reads how often you have pressed.',
  'add to the tally': 'It adds one to the count that it keeps for you.',
  'clear the tally': 'It removes the count.',
  'read where the power goes': 'It reads at which moment the power goes.',
  'see if processes can be started':
    'It looks whether it may start a process here.',
  'cut the power, each write alone':
    'A process writes the order one statement at a time, and is killed.',
  'cut the power in a transaction':
    'A process writes the order in a transaction, and is killed.',
  'read the program that was run':
    'It reads the program that was killed, to show it.',
  'read what is to be sent':
    'It reads which bytes are to be sent, and where to.',
  'fill in the blanks': 'It fills in what was left open: a cookie, a length.',
  'send it as it is': 'It opens a connection, writes the bytes and listens.',
  'read the name': 'It reads the name, and which server is to keep it.',
  'keep it in a variable': 'A program keeps the name in its own memory.',
  'sign it for a cookie':
    'It signs the name, so that the browser can carry it.',
  'keep it in a row': 'It writes the name down under the session.',
  'see which server is asked': 'It looks which of the two servers is asked.',
  'look into the variable': 'It asks the program what it has in its memory.',
  'look into the cookie':
    'It reads what the browser carried, and who signed it.',
  'look into the row': 'It looks up what is written down under the session.',
  'see which server is to end': 'It looks which of the two servers is to end.',
  'end the server': 'It ends the program, with all that it knew.',
  'remove the row': 'It removes what was written down.',
  'read the race':
    'It reads in which way, and in which order, both are to race.',
  'look first, then take':
    'The program of one guest looks how many are left, and then takes.',
  'take if one is left':
    'The program of one guest takes a portion, if there is one.',
  'take behind a lock':
    'The program of one guest waits for the lock, and only then looks.',
  'count the promises': 'It counts how many were promised the portion.',
  'race again and again': 'It runs the race again, until it is 200 times.',
  'read the wish': 'It reads how the lab is to work.',
  'start over': 'It clears away what the lab has kept.',
  'read how to serve it': 'It reads in which way it is to serve this one.',
  'take a place in the run': 'It looks whether there is room for this run.',
  'wait for somebody else': 'It waits for a timer, and is free meanwhile.',
  'compute it here':
    'It computes on the main thread, and everybody else waits.',
  'have a thread compute it':
    'It has another thread compute, and is free meanwhile.',
  'read which run it is': 'It reads which run is over.',
  'end the run': 'It tells how late the event loop was.',
  ...attackSentences,
  ...signInSentences,
  ...limitSentences,
  ...tokenSentences,
  'wait before asking again': 'The page waits a moment before it asks again.',
  'have the session confirmed':
    'The page asks the server whether it still knows this sandbox.',
  'somebody else takes the rest':
    'Another guest takes the last portions, a moment before you.',
  'somebody else puts them back': 'The other guest puts the portions back.',
}
