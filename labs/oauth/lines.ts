import type { Protection } from '@/contracts/oauth-lab-choices'

/** A line of this repository; a test finds it in its file, once. */
export type Line = { file: string; text: string }

/** What refuses each attack, and what stands there in the twin instead. */
export const tellingLines: Record<Protection, { sound: Line; weak: Line }> = {
  state: {
    sound: {
      file: 'server/guests/auth-providers.ts',
      text: "checks: ['pkce', 'state', 'nonce'],",
    },
    weak: {
      file: 'labs/oauth/server/weak-client.unsafe.ts',
      text: "if (leftOut === 'state') return true",
    },
  },
  pkce: {
    sound: {
      file: 'server/identity/redeem-code.ts',
      text: "throw refusal('The code_verifier does not fit the code_challenge.')",
    },
    weak: {
      file: 'labs/oauth/server/weak-provider.unsafe.ts',
      text: 'if (!hasPkce[leftOut]) return null',
    },
  },
  redirect: {
    sound: {
      file: 'server/identity/check-request.ts',
      text: 'if (!client.redirectUris.includes(redirectUri))',
    },
    weak: {
      file: 'labs/oauth/server/weak-provider.unsafe.ts',
      text: "if (leftOut === 'redirect') return wanted.startsWith(houseOf(registered))",
    },
  },
}
