const usage = 'Use -p N or the variable PORT; without either it is 3000.'

/**
 * The port that `-p N`, `--port N` or the variable PORT asks for. A value that
 * is none ends the program here, before anything is installed or built.
 */
export function readPort(args = [], variable = process.env.PORT) {
  const [flag, given, ...rest] = args.flatMap((arg) => arg.split('='))
  if (flag === undefined) return checkPort(variable?.trim() || '3000')

  if (!['-p', '--port'].includes(flag) || rest.length > 0)
    refuse(`Not understood: ${args.join(' ')}. ${usage}`)
  return checkPort(given ?? '')
}

function checkPort(value) {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0
  if (port < 1 || port > 65535)
    refuse(
      `PORT should be a whole number from 1 to 65535, not "${value}". ${usage}`,
    )
  return port
}

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}
