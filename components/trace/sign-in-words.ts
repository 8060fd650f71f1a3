/** What the steps of signing in do, in one plain sentence each. */
export const signInSentences: Record<string, string> = {
  'read the form':
    'It reads the fields that were sent, and takes none of them twice.',
  'check the authorization request':
    'It checks who asks, and that the answer goes to an address of theirs.',
  'check the ID token':
    'It looks which grant the ID token of the client was given by.',
  'begin the sign-in':
    'It keeps what it will need to check the answer, and names the way there.',
  'check the answer':
    'It holds the answer against what it kept, and takes the tokens for the code.',
  'count the tries':
    'It counts the tries that come from this address, and those at this account.',
  'bring everything home':
    'It finds the sandbox of the account, and moves the visitor’s own into it.',
  'open a session': 'It writes down that this browser is signed in.',
  'find the person': 'It looks whether it knows that name in this browser.',
  'add the person': 'It adds the person, with a subject that never changes.',
  'issue a code':
    'It writes down what was granted, and makes a code that stands for it.',
  'authenticate the client':
    'It checks the client’s secret, in the same time whether it is right or wrong.',
  'find the grant':
    'It looks up what the code or the refresh token stands for.',
  'redeem the code':
    'It checks client, address, age and verifier, and takes the code once.',
  'take the refresh token':
    'It takes the refresh token, if it is the newest of its grant.',
  'give a refresh token': 'It makes the next refresh token and keeps its hash.',
  'revoke the grant':
    'It revokes the grant, and with it every token that it gave.',
  'sign the tokens':
    'It signs an ID token for the client and an access token for itself.',
  'check the access token':
    'It checks signature, type, audience and age of the token, then its grant.',
  'list the public keys':
    'It lists the public keys, that of the next period among them.',
  'fetch who it is':
    'It trades the code for a token, and asks with that who signed in.',
  'find the session':
    'It looks which session the cookie of this browser belongs to.',
  'set the trap':
    'The attacker begins a sign-in of his own, and stops halfway.',
  'lure the guest':
    'The guest follows a link, or signs in while somebody listens.',
  'use what was caught':
    'The attacker opens in his browser what he has got hold of.',
  'look who is signed in': 'It asks in that browser who is signed in.',
}
