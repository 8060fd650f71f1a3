/** A picture of a dish. Its name stands beside it, so it has no text. */
export function Plate({ src, size }: { src: string; size: number }) {
  return (
    // eslint-disable-next-line @next/next/no-img-element -- an SVG file needs no optimiser
    <img
      className="plate"
      src={src}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
    />
  )
}
