/** A folder is named after what it is about. These are about nothing. */
const emptyNames = new Set([
  'utils',
  'util',
  'lib',
  'libs',
  'helpers',
  'common',
  'shared',
  'misc',
  'types',
  'hooks',
  'services',
])

/** Addresses that the contract promises: there the word says what it is about. */
const addresses = new Set(['app/api/shared/', 'app/(site)/shared/'])

const word = '[a-z0-9]+(-[a-z0-9]+)*'
const words = `${word}(\\.${word})*`
const fileName = new RegExp(`^${words}$`)
/** With the signs that Next gives a meaning: [id], [...path], (site), @side. */
const folderName = new RegExp(
  `^([.@_]?${words}|\\(${word}\\)|\\[{1,2}(\\.\\.\\.)?[a-zA-Z]+\\]{1,2})$`,
)

/**
 * What is wrong with the names in a list of paths; folders end in a slash.
 * @param {string[]} paths
 */
export function checkNames(paths) {
  return paths.flatMap((path) => {
    const name = path.split('/').findLast((part) => part !== '')
    const rules = path.endsWith('/')
      ? checkFolder(path, name)
      : checkFile(path, name)
    return rules.map((rule) => ({ rule, detail: path }))
  })
}

function checkFolder(path, name) {
  if (emptyNames.has(name) && !addresses.has(path))
    return ['folders-are-about-something']
  return folderName.test(name) ? [] : ['names-are-kebab-case']
}

function checkFile(path, name) {
  const rules = []
  const isCode = /\.([cm]?[jt]sx?|css|mdx)$/.test(name)
  if (isCode && !fileName.test(name)) rules.push('names-are-kebab-case')
  if (/^index\.[jt]sx?$/.test(name)) rules.push('no-barrel-files')
  if (/\.unsafe\.tsx?$/.test(name) && !/^labs\/[^/]+\/server\//.test(path))
    rules.push('unsafe-code-lives-in-a-lab')
  return rules
}
