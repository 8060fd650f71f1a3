export const metadata = {
  title: 'The floor of a page',
  description: 'The least that Next needs for a page with one island.',
}

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
