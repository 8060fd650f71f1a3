import { Island } from './island'

export default function Page() {
  return (
    <main>
      <h1>The least that Next needs for a page with one island</h1>
      <Island />
    </main>
  )
}
