import { parse } from 'node:path'

export default {
  agentRules: false,
  poweredByHeader: false,
  // Its packages are a link to those of the checkout, outside of this folder.
  turbopack: { root: parse(process.cwd()).root },
}
