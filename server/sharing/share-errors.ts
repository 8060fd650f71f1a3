import { ProblemError } from '@/server/http/errors'

export class ShareQuotaError extends ProblemError {
  override name = 'ShareQuotaError'
  constructor(copies: number) {
    super(
      'share-quota-exceeded',
      `${copies} traces are shared from this sandbox. Take one back first.`,
    )
  }
}

export class NoRoomToShareError extends ProblemError {
  override name = 'NoRoomToShareError'
  constructor() {
    super(
      'no-room-to-share',
      'As many copies are kept as this server has room for.',
      { headers: { 'Retry-After': '3600' } },
    )
  }
}

/** It was taken back, or cleared, or never was: all look the same. */
export class SharedTraceNotFoundError extends ProblemError {
  override name = 'SharedTraceNotFoundError'
  constructor() {
    super('shared-trace-not-found', 'Nothing is shared under this id.')
  }
}
