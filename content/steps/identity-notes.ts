import { accountNotes } from './account-notes'
import ReadTheForm from './read-the-form.mdx'
import CheckTheAuthorizationRequest from './check-the-authorization-request.mdx'
import CheckTheIdToken from './check-the-id-token.mdx'
import FindThePerson from './find-the-person.mdx'
import IssueACode from './issue-a-code.mdx'
import AddThePerson from './add-the-person.mdx'
import AuthenticateTheClient from './authenticate-the-client.mdx'
import FindTheGrant from './find-the-grant.mdx'
import RedeemTheCode from './redeem-the-code.mdx'
import TakeTheRefreshToken from './take-the-refresh-token.mdx'
import GiveARefreshToken from './give-a-refresh-token.mdx'
import RevokeTheGrant from './revoke-the-grant.mdx'
import SignTheTokens from './sign-the-tokens.mdx'
import CheckTheAccessToken from './check-the-access-token.mdx'
import ListThePublicKeys from './list-the-public-keys.mdx'
import SelectSigningKeys from './select-signing-keys.mdx'
import InsertSigningKeys from './insert-signing-keys.mdx'
import DeleteSigningKeys from './delete-signing-keys.mdx'
import SelectGrants from './select-grants.mdx'
import InsertGrants from './insert-grants.mdx'
import UpdateGrants from './update-grants.mdx'
import DeleteGrants from './delete-grants.mdx'
import SelectPeople from './select-people.mdx'
import InsertPeople from './insert-people.mdx'

/** The notes of what the identity provider does, and the site with it. */
export const identityNotes = {
  ...accountNotes,
  'read the form': ReadTheForm,
  'check the authorization request': CheckTheAuthorizationRequest,
  'check the ID token': CheckTheIdToken,
  'find the person': FindThePerson,
  'add the person': AddThePerson,
  'issue a code': IssueACode,
  'authenticate the client': AuthenticateTheClient,
  'find the grant': FindTheGrant,
  'redeem the code': RedeemTheCode,
  'take the refresh token': TakeTheRefreshToken,
  'give a refresh token': GiveARefreshToken,
  'revoke the grant': RevokeTheGrant,
  'sign the tokens': SignTheTokens,
  'check the access token': CheckTheAccessToken,
  'list the public keys': ListThePublicKeys,
  'SELECT signing_keys': SelectSigningKeys,
  'INSERT signing_keys': InsertSigningKeys,
  'DELETE signing_keys': DeleteSigningKeys,
  'SELECT grants': SelectGrants,
  'INSERT grants': InsertGrants,
  'UPDATE grants': UpdateGrants,
  'DELETE grants': DeleteGrants,
  'SELECT people': SelectPeople,
  'INSERT people': InsertPeople,
}
