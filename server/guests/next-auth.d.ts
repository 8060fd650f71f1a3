import 'next-auth/jwt'

declare module 'next-auth/jwt' {
  interface JWT {
    /** The session that this token belongs to. */
    sid?: string
  }
}
