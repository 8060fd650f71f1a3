/** A word of the field, as this site uses it. */
export type GlossaryEntry = {
  /** As it is headed. */
  name: string
  /** Other forms in which it stands in prose: plurals, abbreviations. */
  also?: readonly string[]
  /** One to three sentences. */
  says: string
  /** The slug of the chapter that introduces it. */
  chapter: string
  /** The lab that shows it. */
  lab?: string
}
