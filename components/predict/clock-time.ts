/** The time on the reader's clock: `14:09`. */
export function clockTime(): string {
  return new Date().toTimeString().slice(0, 5)
}
