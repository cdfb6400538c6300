import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inRepository } from '../support/shared'

const require = createRequire(import.meta.url)
const { options, ...ruleSet } = require(inRepository('.dependency-cruiser.cjs')) as IFlattenedRuleSet & { options: ICruiseOptions }

/** One file for each way to be wrong, and the rule that must say so. */
const wrong: readonly [rule: string, file: string, code: string][] = [
  ['no-cycles', 'src/core/ring.ts', "import './round'; export {}"],
  ['resolvable', 'src/core/lost.ts', "import './nowhere'"],
  ['core', 'src/core/store.ts', "import '../store/projects'"],
  ['core', 'src/core/screen.ts', "import type { ReactNode } from 'react'; export type X = ReactNode"],
  ['operation-declaration', 'src/ops/blur/index.ts', "import './run'"],
  ['operation-list', 'src/ops/index.ts', "import './blur/run'"],
  ['shared-steps', 'src/ops/steps.ts', "import './blur/run'"],
  ['operation-folder', 'src/ops/blur/run.ts', "import '../sharpen/run'"],
  ['operation-folder', 'src/ops/blur/model.ts', "import 'onnxruntime-web'"],
  ['engine', 'src/engine/plan.ts', "import '../store/projects'"],
  ['engine', 'src/engine/view.ts', "import type { Screen } from '../ui/Screen'; export type X = Screen"],
  ['store', 'src/store/projects.ts', "import '../engine/crew'"],
  ['models', 'models/index.ts', "import '../src/store/database'"],
  ['ui', 'src/ui/Screen.tsx', "import '../store/database'; export type Screen = 1"],
  ['studio', 'src/studios/light/Editor.tsx', "import '../cutout/Editor'"],
  ['studio', 'src/studios/light/talk.ts', "import '../../store/database'"],
  ['trust', 'src/trust/Ledger.tsx', "import '../store/database'"],
  ['vault', 'src/vault/signing.ts', "import '../store/database'"],
  ['verifier', 'src/verifier/page.ts', "import '../store/database'"],
  ['nobody-imports-app', 'src/ui/Shell.tsx', "import '../app/App'"],
  ['app-knows-no-pixels', 'src/app/App.tsx', "import '../ops/blur/run'"],
  ['app-knows-no-pixels', 'src/app/client.ts', "import '../store/database'"],
  ['workers-know-no-screens', 'workers/conductor.ts', "import '../src/ui/Screen'"],
  ['one-place-knows-the-model-runtime', 'src/engine/model.ts', "import 'onnxruntime-web'"],
  ['one-place-knows-the-credentials-library', 'workers/conductor/credentials.ts', "import '@contentauth/c2pa-wasm'"],
  ['the-app-imports-no-tooling', 'src/app/start.ts', "import '../hosting/plugin'"],
  ['no-dev-dependency-in-the-app', 'src/app/test.ts', "import 'fast-check'"],
]
const harmless = [
  'src/core/nothing.ts',
  'src/ops/sharpen/run.ts',
  'src/engine/crew.ts',
  'src/store/database.ts',
  'src/studios/cutout/Editor.tsx',
  'src/hosting/plugin.ts',
]

let house = ''
let broken: readonly { rule: string; from: string }[] = []

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'vitrine-imports-'))
  const write = async (file: string, code: string) => {
    await mkdir(dirname(join(house, file)), { recursive: true })
    await writeFile(join(house, file), code)
  }
  await symlink(inRepository('node_modules'), join(house, 'node_modules'))
  await write(
    'package.json',
    JSON.stringify({
      dependencies: { react: '*', 'onnxruntime-web': '*', '@contentauth/c2pa-wasm': '*' },
      devDependencies: { 'fast-check': '*' },
    }),
  )
  await write('src/core/round.ts', "import './ring'; export {}")
  for (const file of harmless) await write(file, 'export {}')
  for (const [, file, code] of wrong) await write(file, code)
  broken = await violations(house, ['src', 'models', 'workers'])
}, 60_000)

afterAll(() => rm(house, { recursive: true, force: true }))

async function violations(baseDir: string, folders: string[]): Promise<{ rule: string; from: string }[]> {
  const { output } = await cruise(folders, { ...options, baseDir, validate: true, ruleSet })
  const { summary } = output as ICruiseResult
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }))
}

test.each(wrong)('%s: %s is caught', (rule, file) => {
  expect(broken).toContainEqual({ rule, from: file })
})

test('files that break nothing are left alone', () => {
  expect(broken.filter(({ from }) => harmless.includes(from))).toEqual([])
})

test('every rule has a file that breaks it', () => {
  const rules = ruleSet.forbidden?.map(({ name }) => name)
  expect([...new Set(wrong.map(([rule]) => rule))].sort()).toEqual(rules?.sort())
})

test('only the vault makes keys, signs with them or encrypts', async () => {
  const secret = /\.(generateKey|sign|encrypt|decrypt|deriveKey|deriveBits|wrapKey|unwrapKey|exportKey)\(/
  const files = [
    ...(await readdir(inRepository('src'), { recursive: true })).map((file) => `src/${file}`),
    ...(await readdir(inRepository('workers'), { recursive: true })).map((file) => `workers/${file}`),
  ]
  const found = []
  for (const file of files) {
    if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) continue
    const code = await readFile(inRepository(file), 'utf8')
    if (/crypto\s*\.\s*subtle/.test(code) && secret.test(code)) found.push(file)
  }
  const credentials = ['', '-device', '-own'].map((what) => `src/vault/credentials${what}.ts`)
  expect(found.sort()).toEqual([...credentials, 'src/vault/sealer.ts', 'src/vault/signing.ts'].sort())
})
