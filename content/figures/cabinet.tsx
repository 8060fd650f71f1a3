const drawers = [
  { y: 8, name: 'orders' },
  { y: 116, name: 'order_lines' },
  { y: 162, name: 'events' },
  { y: 208, name: 'outbox' },
] as const

/** A cabinet with one drawer pulled out, and one paper standing up in it. */
export function Cabinet() {
  return (
    <svg
      viewBox="0 0 272 262"
      role="img"
      aria-labelledby="cabinet"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <title id="cabinet">
        A filing cabinet with four drawers: orders, order_lines, events and
        outbox. The drawer orders is open, and one paper stands up in it: one
        row.
      </title>
      <path d="M8 4h150v250H8zM18 254v6M148 254v6" />
      {drawers.slice(1).map(({ y, name }) => (
        <g key={name}>
          <path d={`M14 ${y - 4}h138v40H14z`} />
          <Label x={83} y={y + 11} text={name} />
        </g>
      ))}
      <g className="r-data">
        <path
          d="M26 62V22h44l4-8h26l4 8h30v40"
          fill="var(--w)"
          stroke="var(--t)"
        />
        <path d="M34 32h60M34 42h82M34 52h70" stroke="var(--t)" />
      </g>
      <path d="M4 60h158v44H4z" fill="var(--surface)" />
      <Label x={83} y={78} text="orders" />
      <path d="M138 34h34M164 80h8M154 132h18" strokeWidth="1" />
      <g stroke="none" fill="currentColor" fontSize="12">
        <text x="178" y="38">
          one row
        </text>
        <text x="178" y="84">
          a table
        </text>
        <text x="178" y="136">
          another
        </text>
      </g>
    </svg>
  )
}

function Label({ x, y, text }: { x: number; y: number; text: string }) {
  return (
    <>
      <path d={`M${x - 48} ${y - 11}h96v20h-96z`} strokeWidth="1" />
      <text
        x={x}
        y={y + 4}
        textAnchor="middle"
        fontSize="12"
        stroke="none"
        fill="currentColor"
      >
        {text}
      </text>
    </>
  )
}
