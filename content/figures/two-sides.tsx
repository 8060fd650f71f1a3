/** Browser, pass, server and database, with the two messages that cross. */
export function TwoSides() {
  return (
    <svg viewBox="0 0 296 250" role="img" aria-labelledby="two-sides">
      <title id="two-sides">
        The browser above the pass, the server and the database below it. A
        request goes down across the pass, a response comes back up; only the
        server reaches the database.
      </title>
      <g className="r-browser">
        <rect
          x="58"
          y="6"
          width="180"
          height="44"
          fill="var(--w)"
          stroke="var(--b)"
        />
        <text x="148" y="33" textAnchor="middle">
          browser
        </text>
      </g>
      <rect x="0" y="92" width="296" height="18" fill="var(--color-pass)" />
      <path d="M0 92h296M0 110h296" stroke="var(--color-pass-3)" />
      <g className="r-network" fill="none" stroke="var(--b)" strokeWidth="1.5">
        <path d="M108 54v92m-5-7 5 7 5-7" />
        <path d="M188 146V54m-5 7 5-7 5 7" />
      </g>
      <text x="98" y="78" textAnchor="end">
        request
      </text>
      <text x="198" y="78">
        response
      </text>
      <g className="r-server">
        <rect
          x="58"
          y="150"
          width="180"
          height="40"
          fill="var(--w)"
          stroke="var(--b)"
        />
        <text x="148" y="175" textAnchor="middle">
          server
        </text>
      </g>
      <g className="r-data">
        <path d="M148 190v16" stroke="var(--b)" strokeWidth="1.5" />
        <rect
          x="58"
          y="206"
          width="180"
          height="40"
          fill="var(--w)"
          stroke="var(--b)"
        />
        <text x="148" y="231" textAnchor="middle">
          database
        </text>
      </g>
    </svg>
  )
}
