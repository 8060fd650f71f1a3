import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { format, resolveConfig } from 'prettier'

/** Text that is put into a file, before or after a place that is in it once. */
export type Edit = {
  file: string
  text: string
  place: { before: string } | { after: string }
}

export type Plan = { files: Record<string, string>; edits: readonly Edit[] }

/** Every file of the plan as it will be; throws where a place is not there. */
export async function drawUp(
  { files, edits }: Plan,
  root: string,
): Promise<Record<string, string>> {
  const texts: Record<string, string> = { ...files }
  for (const { file, text, place } of edits) {
    const old = texts[file] ?? readFileSync(join(root, file), 'utf8')
    texts[file] = insert(old, text, place, file)
  }
  const formatted = Object.entries(texts).map(async ([file, text]) => {
    const options = await resolveConfig(join(root, file))
    const pretty = await format(text, { ...options, filepath: file })
    return [file, pretty] as const
  })
  return Object.fromEntries(await Promise.all(formatted))
}

function insert(
  old: string,
  text: string,
  place: Edit['place'],
  file: string,
): string {
  const mark = 'before' in place ? place.before : place.after
  const at = old.indexOf(mark)
  if (at < 0 || old.includes(mark, at + 1))
    throw new Error(
      `${file} is not laid out as it was: “${mark}” is not there once.`,
    )
  const cut = 'before' in place ? at : at + mark.length
  return old.slice(0, cut) + text + old.slice(cut)
}

/** Writes the plan. A file that would be new and is there stops it before. */
export async function layOut(plan: Plan, root: string): Promise<string[]> {
  const there = Object.keys(plan.files).find((file) =>
    existsSync(join(root, file)),
  )
  if (there) throw new Error(`${there} is there already, and stays as it is.`)
  const texts = await drawUp(plan, root)
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return Object.keys(texts)
}
