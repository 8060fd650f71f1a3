import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export type CompilerMessage = { line: number; code: string; says: string }

const phone = 'labs/break-the-contract/old-client.ts'
const promised = '@/contracts/orders'

/** The program of the phone, as it stands in the repository. */
export function phoneText(root: string): string {
  return readFileSync(join(root, phone), 'utf8')
}

/**
 * What TypeScript has to say of the phone's program when the types that it
 * imports are these. Nothing is written to disk.
 */
export function compilePhone(root: string, types: string): CompilerMessage[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  }
  const program = join(root, phone)
  const typesFile = join(root, 'labs/break-the-contract/promised.ts')
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  const named = (file: string) => (file === typesFile ? types : undefined)
  host.fileExists = (file) => named(file) !== undefined || fileExists(file)
  host.readFile = (file) => named(file) ?? readFile(file)
  host.getSourceFile = (file, ...rest) => {
    const text = named(file)
    return text === undefined
      ? getSourceFile.call(host, file, ...rest)
      : ts.createSourceFile(file, text, ts.ScriptTarget.ES2023)
  }
  host.resolveModuleNameLiterals = (names) =>
    names.map(({ text }) => ({
      resolvedModule:
        text === promised
          ? { resolvedFileName: typesFile, extension: ts.Extension.Ts }
          : undefined,
    }))
  const built = ts.createProgram([program], options, host)
  return ts.getPreEmitDiagnostics(built).map(messageOf)
}

function messageOf({ file, start, code, messageText }: ts.Diagnostic) {
  const position = file?.getLineAndCharacterOfPosition(start ?? 0)
  const says = ts.flattenDiagnosticMessageText(messageText, '\n')
  return {
    line: (position?.line ?? -1) + 1,
    code: `TS${code}`,
    says: says.split('\n')[0] ?? '',
  }
}
