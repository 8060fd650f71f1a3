import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { earlyFileScript } from '@/components/trace/early-file'
import { SearchHost } from '@/components/search/search-host'
import { IconSprite } from '@/components/ui/icon-sprite'
import { themeScript } from '@/components/ui/theme-script'
import './globals.css'

const bricolage = localFont({
  src: './fonts/bricolage-grotesque.woff2',
  weight: '400 700',
  variable: '--font-bricolage',
  display: 'swap',
  preload: true,
  adjustFontFallback: 'Arial',
})

const martian = localFont({
  src: './fonts/martian-mono.woff2',
  weight: '400 700',
  variable: '--font-martian',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
})

export const metadata: Metadata = {
  alternates: { types: { 'application/atom+xml': '/feed.xml' } },
  title: {
    default: 'Back of House: see what a backend is',
    template: '%s | Back of House',
  },
  description:
    'Press a real button and watch everything it starts: the request, the route handler, the database, the restaurant. Measured on your own click.',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f7f6' },
    { media: '(prefers-color-scheme: dark)', color: '#2a3039' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html
      lang="en"
      className={`${bricolage.variable} ${martian.variable}`}
      suppressHydrationWarning
    >
      <head>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        <script dangerouslySetInnerHTML={{ __html: earlyFileScript }} />
      </head>
      <body className="front">
        <a className="skip" href="#main">
          Skip to the main part
        </a>
        <IconSprite />
        {children}
        <SearchHost />
      </body>
    </html>
  )
}
