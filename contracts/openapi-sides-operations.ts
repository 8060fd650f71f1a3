import { Delivery, DeliveryChange, DeliveryList } from './deliveries'
import {
  Code,
  Invitation,
  InvitationList,
  Join,
  MemberList,
  NewInvitation,
  NewJoin,
  Wall,
  WayIn,
} from './members'
import { inPath, order, paging, reading, writing } from './openapi-parameters'
import {
  empty,
  json,
  limitHeaders,
  pageHeaders,
  type Operation,
} from './openapi-parts'
import { SandboxChange, Shift } from './sandboxes'

const part = inPath('part', '`kitchen` or `courier`.', 'kitchen')
const invitation = inPath('id', 'The invitation.', 'inv_1f0c2b9e8a47f3a1')
const member = inPath('id', 'The member.', 'mbr_6f1d0c2b9e8a47f3a1b2c3d4')
const changing = [...reading, 'cross-site-write'] as Operation['refusals']

const knocking = [
  'malformed-json',
  'cross-site-write',
  'body-too-large',
  'unsupported-media-type',
  'validation-failed',
  'not-found',
  'too-many-requests',
  'storage-full',
] as const satisfies Operation['refusals']

/** Both sides of the hatch: kitchen, courier, and those who join. */
export const sidesOperations: Record<string, Operation> = {
  'GET /api/deliveries': {
    tag: 'Deliveries',
    id: 'listDeliveries',
    summary: 'List the deliveries',
    description:
      'Where the food of each order is, that of the newest first, a page at a time.',
    parameters: paging('Deliveries'),
    replies: { 200: json('A page of deliveries.', DeliveryList, pageHeaders) },
    refusals: ['malformed-request', ...reading],
  },
  'GET /api/deliveries/{id}': {
    tag: 'Deliveries',
    id: 'getDelivery',
    summary: 'Read the delivery of an order',
    description:
      'The way, the courier, and the estimate. Where the courier is follows from `collectedAt` and `travelMs`.',
    parameters: [order],
    replies: { 200: json('The delivery.', Delivery, limitHeaders) },
    refusals: [...reading, 'not-found'],
  },
  'PATCH /api/deliveries/{id}': {
    tag: 'Deliveries',
    id: 'takeDelivery',
    summary: 'Take a delivery on offer',
    description: 'As the courier. Of two who take the same offer one gets it.',
    parameters: [order],
    body: { schema: DeliveryChange, example: { status: 'accepted' } },
    replies: { 200: json('The delivery as it is.', Delivery, limitHeaders) },
    refusals: [
      ...writing,
      'not-your-part',
      'not-found',
      'illegal-transition',
      'storage-full',
    ],
  },
  'PATCH /api/sandboxes/current': {
    tag: 'Sandboxes',
    id: 'changeSandbox',
    summary: 'Turn the autopilot on or off',
    description:
      'The autopilot plays kitchen and courier where no person does, for the orders under way as well.',
    body: { schema: SandboxChange, example: { autopilot: true } },
    replies: { 204: empty('It is done.', limitHeaders) },
    refusals: [...writing, 'not-your-part', 'storage-full'],
  },
  'PUT /api/sandboxes/current/shifts/{part}': {
    tag: 'Sandboxes',
    id: 'takeShift',
    summary: 'Play a part yourself',
    description:
      'The autopilot leaves this part alone for 45 seconds; say it again to go on.',
    parameters: [part],
    replies: { 200: json('The shift.', Shift, limitHeaders) },
    refusals: [...changing, 'not-your-part', 'not-found', 'storage-full'],
  },
  'DELETE /api/sandboxes/current/shifts/{part}': {
    tag: 'Sandboxes',
    id: 'endShift',
    summary: 'Give a part back',
    description: 'The autopilot goes on with what lies there.',
    parameters: [part],
    replies: { 204: empty('The shift is over.', limitHeaders) },
    refusals: [...changing, 'not-your-part', 'not-found', 'storage-full'],
  },
  'GET /api/sandboxes/current/invitations': {
    tag: 'Members',
    id: 'listInvitations',
    summary: 'List the open invitations',
    description: 'Without their codes: of these only a hash is kept.',
    replies: { 200: json('The invitations.', InvitationList, limitHeaders) },
    refusals: [...reading, 'not-your-part'],
  },
  'POST /api/sandboxes/current/invitations': {
    tag: 'Members',
    id: 'invite',
    summary: 'Invite a phone or a class',
    description:
      'A code for one phone, in one part, good for ten minutes and used once; or for a class of up to 40 guests.',
    body: {
      schema: NewInvitation,
      example: { kind: 'phone', part: 'kitchen' },
    },
    replies: { 201: json('The way in is open.', Invitation, limitHeaders) },
    refusals: [...writing, 'not-your-part', 'quota-exceeded', 'storage-full'],
  },
  'DELETE /api/sandboxes/current/invitations/{id}': {
    tag: 'Members',
    id: 'closeInvitation',
    summary: 'Close an invitation',
    description: 'Who came in by it stays.',
    parameters: [invitation],
    replies: { 204: empty('It is closed.', limitHeaders) },
    refusals: [...changing, 'not-your-part', 'not-found', 'storage-full'],
  },
  'GET /api/sandboxes/current/members': {
    tag: 'Members',
    id: 'listMembers',
    summary: 'List who joined',
    description: 'Who is in the sandbox besides its owner.',
    replies: { 200: json('The members.', MemberList, limitHeaders) },
    refusals: reading,
  },
  'DELETE /api/sandboxes/current/members/{id}': {
    tag: 'Members',
    id: 'showOut',
    summary: 'Show a member out, or leave',
    description: 'From then on their token opens nothing.',
    parameters: [member],
    replies: { 204: empty('They are out.', limitHeaders) },
    refusals: [...changing, 'not-your-part', 'not-found', 'storage-full'],
  },
  'GET /api/wall': {
    tag: 'Members',
    id: 'readWall',
    summary: 'Read the wall of a class',
    description:
      'The 40 newest orders of everybody in the sandbox, each with the trace that placed it.',
    replies: { 200: json('The newest orders.', Wall, limitHeaders) },
    refusals: reading,
  },
  'POST /api/joins/preview': {
    tag: 'Members',
    id: 'lookAtCode',
    summary: 'See what a code opens',
    description: 'Which part, and until when. Looking uses nothing up.',
    body: { schema: Code, example: { code: '7K2-QFDX' } },
    replies: { 200: json('What it opens.', WayIn) },
    refusals: [...knocking],
    isOpen: true,
  },
  'POST /api/joins': {
    tag: 'Members',
    id: 'join',
    summary: 'Join a sandbox by its code',
    description:
      'A token that plays one part in somebody’s sandbox. A page gets it as a cookie as well.',
    body: { schema: NewJoin, example: { code: '7K2-QFDX', name: 'Ada' } },
    replies: { 201: json('You are in.', Join) },
    refusals: [...knocking, 'already-yours'],
    isOpen: true,
  },
}
