/**
 * Sent with every page and every reply. The script sources of a page are not
 * here: a static page lists the hashes of its inline scripts in a meta element
 * (scripts/hash-inline-scripts.mjs), a page rendered on request gets a nonce
 * (proxy.ts).
 */
export const securityHeaders = [
  {
    key: 'Content-Security-Policy',
    value: [
      "base-uri 'none'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "style-src 'self'",
      "style-src-attr 'unsafe-inline'",
      "frame-src 'none'",
      "manifest-src 'self'",
      "media-src 'none'",
      "worker-src 'self'",
    ].join('; '),
  },
  {
    key: 'Strict-Transport-Security',
    value: 'max-age=31536000; includeSubDomains',
  },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  },
]
