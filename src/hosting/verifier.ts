import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

const folder = join(import.meta.dirname, '../verifier')
/** What the verifier takes in of others: it travels alone, so it carries their notice itself. */
const NOTICE =
  '/* Vitrine ledger verifier (MIT). Contains canonicalize, copyright Anders Rundgren, Samuel Erdtman (Apache-2.0), and hash-wasm, copyright Dani Biró (MIT). */\n'

/** One file without imports of anything but Node's own. */
async function bundled(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(folder, entry), formats: ['es'], fileName: 'verify' },
      rolldownOptions: { external: /^node:/ },
    },
  })
  const chunks = [result].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []))
  const [chunk] = chunks
  if (chunk?.type !== 'chunk' || chunks.length > 1) throw new Error(`the verifier’s ${entry} is not one file`)
  return NOTICE + chunk.code
}

async function made(): Promise<string> {
  const [page, script, command] = await Promise.all([
    readFile(join(folder, 'page.html'), 'utf8'),
    bundled('page.ts'),
    bundled('command.ts'),
  ])
  // A closing tag inside the script would end it.
  const inline = script.replaceAll('</script', '<\\/script')
  const html = page.replace('/* verifier */', () => inline)
  return `export const html = ${JSON.stringify(html)}\nexport const script = ${JSON.stringify(command)}`
}

let code: Promise<string> | null = null

/** Gives the code `virtual:verifier`: the ledger's verifier as a page of one file (`html`) and as a command for Node (`script`). */
export function verifier(): Plugin {
  return {
    name: 'vitrine:verifier',
    resolveId: { filter: { id: /^virtual:verifier$/ }, handler: () => '\0virtual:verifier' },
    load: {
      filter: { id: /^\0virtual:verifier$/ },
      handler: () => {
        code ??= made()
        return code
      },
    },
  }
}
