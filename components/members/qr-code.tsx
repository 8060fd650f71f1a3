import { qrPath } from './qr-path'

/** A link as a QR code. Cameras want it dark on light, in dark mode too. */
export function QrCode({ link, label }: { link: string; label: string }) {
  const { path, size } = qrPath(link)
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} fill="#15181e" />
    </svg>
  )
}
