export default function Page() {
  return <p>The least Next needs to take an order.</p>
}
