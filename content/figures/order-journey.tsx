const stations = [
  {
    x: 70,
    top: 'press',
    below: 'price, then',
    rest: 'one transaction',
    role: 'data',
  },
  {
    x: 210,
    top: '“confirmed”',
    below: 'message waits',
    rest: 'in the outbox',
    role: 'server',
  },
  {
    x: 350,
    top: '“accepted”',
    below: 'webhook,',
    rest: 'ticket printed',
    role: 'service',
  },
  {
    x: 490,
    top: '“on its way”',
    below: 'event noted,',
    rest: 'stream tells',
    role: 'data',
  },
] as const

/** One order along the pass: what is seen above, what is done below. */
export function OrderJourney() {
  return (
    <svg viewBox="0 0 640 212" role="img" aria-labelledby="order-journey">
      <title id="order-journey">
        Above the pass the guest presses, reads confirmed, accepted and on its
        way. Below it the order is saved in one transaction, its message waits
        in the outbox, the kitchen is told by a webhook, and every event is
        noted and streamed back.
      </title>
      <rect x="0" y="96" width="640" height="18" fill="var(--color-pass)" />
      <path d="M0 96h640M0 114h640" stroke="var(--color-pass-3)" />
      {stations.map(({ x, top, below, rest, role }, at) => (
        <g key={top} className={`r-${role}`}>
          <path
            d={`M${x} 62v76`}
            stroke="currentColor"
            strokeWidth="1.5"
            markerEnd=""
          />
          <path
            d={at === 0 ? `M${x - 5} 131l5 7 5-7` : `M${x - 5} 69l5-7 5 7`}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          />
          <text x={x} y="50" textAnchor="middle">
            {top}
          </text>
          <rect
            x={x - 62}
            y="144"
            width="124"
            height="48"
            fill="var(--w)"
            stroke="var(--b)"
          />
          <text x={x} y="164" textAnchor="middle">
            {below}
          </text>
          <text x={x} y="181" textAnchor="middle">
            {rest}
          </text>
        </g>
      ))}
      <path
        d="M560 105h58m-7-6 7 6-7 6"
        fill="none"
        stroke="var(--color-pass-ink)"
        strokeWidth="1.5"
      />
      <text x="600" y="50" textAnchor="middle">
        soup
      </text>
    </svg>
  )
}
