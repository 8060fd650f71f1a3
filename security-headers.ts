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
      "frame-src 'self'",
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
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  },
]

/**
 * For the files of the build. They are parts of a page, which has the policy,
 * and there are twenty to a page, so theirs is short: opened on its own, such a
 * file may do nothing.
 */
export const fileHeaders = [
  {
    key: 'Content-Security-Policy',
    value: "default-src 'none'; frame-ancestors 'none'",
  },
  ...securityHeaders.filter(({ key }) =>
    [
      'Strict-Transport-Security',
      'X-Content-Type-Options',
      'Cross-Origin-Resource-Policy',
    ].includes(key),
  ),
]

/**
 * For browsers that do not know frame-ancestors. It cannot be taken back for
 * the one address that may be framed, so that is not sent it (proxy.ts).
 */
export const frameHeader = { key: 'X-Frame-Options', value: 'DENY' }

/**
 * For the one page that the site shows in frames of its own (the windows of the
 * lab two-windows): a page of this site may frame it, and nobody else.
 */
export const ownFrameHeaders = [
  ...securityHeaders.map(({ key, value }) => ({
    key,
    value: value.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
  })),
  { key: frameHeader.key, value: 'SAMEORIGIN' },
]

/**
 * For the pages of the identity provider, which lead back to a client: each
 * adds a policy of its own that says where its form may lead.
 */
export const providerHeaders = securityHeaders.map(({ key, value }) => ({
  key,
  value: value.replace("form-action 'self'; ", ''),
}))

/**
 * For the thread that runs PostgreSQL in a reader's tab (labs/five-cabinets). A
 * thread obeys the policy that its own file is sent with, not its page's: this
 * one may compile WebAssembly and fetch from this site, and nothing else.
 */
export const postgresHeaders = [
  {
    key: 'Content-Security-Policy',
    value: [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  },
]

/**
 * For the stages of the lab xss: pages that run what a reader has written. The
 * policy takes their origin away, wherever they are opened, and with it every
 * cookie and all storage of the site; they may fetch and send nothing. Any site
 * may frame them, as it may frame the lab: there is nothing in them.
 */
function stageHeaders(scripts: string) {
  return [
    {
      key: 'Content-Security-Policy',
      value: [
        'sandbox allow-scripts',
        "default-src 'none'",
        `script-src ${scripts}`,
        "style-src 'unsafe-inline'",
        "base-uri 'none'",
        "form-action 'none'",
        'frame-ancestors *',
      ].join('; '),
    },
  ]
}

/** Nothing but the sandbox keeps a script in: this page has no second net. */
export const openStageHeaders = stageHeaders("'unsafe-inline'")

/** Of the same stage: only its own script runs, told by its hash. */
export const guardedStageHeaders = stageHeaders(
  "'report-sample' 'sha256-hRoDDteDloQ0tdYCt4AeEoVh4sbnjMyFP3FWR0eQFrU='",
)

/**
 * For the hostile page of the lab csrf. It has no origin either, and may send
 * forms, requests and pictures' addresses to this site, which any page of any
 * other site may do as well, also into a tab of its own.
 */
export const hostileStageHeaders = [
  {
    key: 'Content-Security-Policy',
    value: [
      'sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox',
      "default-src 'none'",
      "script-src 'unsafe-inline'",
      "style-src 'unsafe-inline'",
      "connect-src 'self'",
      "img-src 'self'",
      "form-action 'self'",
      "frame-src 'self'",
      "base-uri 'none'",
      'frame-ancestors *',
    ].join('; '),
  },
]
