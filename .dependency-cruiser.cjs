// Who may import whom (docs/architecture.md), type imports included. tests/rules/imports.test.ts proves that each rule bites.
const TESTS = '\\.test\\.tsx?$|/fixtures?/'
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`

/** A folder and all that it may import besides itself. `$1` in `may` is what `from` captured. */
const only = (name, from, may) => ({
  name,
  severity: 'error',
  comment: `${from} imports ${may.join(', ')} and nothing else`,
  from: { path: from, pathNot: TESTS },
  to: { pathNot: may },
})

const core = '^src/core/'
/** The operations, and steps of them that the recipes of several studios share. */
const opsList = '^src/ops/(index|steps|[^/]+/index)\\.ts$'
const react = npm('react', 'react-dom', '@types/react', '@types/react-dom', 'lucide-react')
const styles = '\\.css$'

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:(parts|verifier)|vitest/browser)$' },
    },
    {
      name: 'no-dev-dependency-in-the-app',
      severity: 'error',
      from: { path: '^(src|workers)/', pathNot: [TESTS, '^src/hosting/'] },
      to: { dependencyTypes: ['npm-dev'], pathNot: npm('@types/.+', '@webgpu/types') },
    },

    only('core', '^src/core/', [core, npm('zod', 'canonicalize', 'hash-wasm')]),
    only('operation-declaration', '^src/ops/[^/]+/index\\.ts$', [core, '^src/ops/[^/]+/index\\.ts$']),
    only('operation-list', '^src/ops/index\\.ts$', [core, '^src/ops/[^/]+/index\\.ts$']),
    only('shared-steps', '^src/ops/steps\\.ts$', [core, '^src/ops/index\\.ts$']),
    only('operation-folder', '^src/ops/([^/]+)/(?!index\\.ts)', [
      core,
      '^src/ops/$1/',
      // What a cutout tells of its product: the render stands it by that, `tilt` says it.
      '^src/ops/render/outline\\.ts$',
      '^models/index\\.ts$',
      npm('@imagemagick/magick-wasm', '@jsquash/(jpeg|png)', 'pica', 'exifr', 'three', '@types/three', 'ag-psd'),
    ]),
    // A studio is an editor over a document plus one pure function from it to recipes: the batch reads that function, never a screen.
    only('engine', '^src/engine/', [
      core,
      '^src/engine/',
      '^src/studios/[^/]+/recipes\\.ts$',
      opsList,
      '^models/index\\.ts$',
      npm('comlink', 'canonicalize'),
    ]),
    only('store', '^src/store/', [core, '^src/store/', '^models/index\\.ts$', '^virtual:parts$', npm('idb', 'client-zip')]),
    only('models', '^models/', [core, '^models/', '^(node:)?[a-z/]+$', npm('protobufjs', 'vite', '@types/node')]),
    only('ui', '^src/ui/', [core, '^src/ui/', react, styles, npm('@fontsource-variable/inter')]),
    only('studio', '^src/studios/([^/]+)/', [core, '^src/studios/$1/', opsList, '^src/ui/', react, npm('zustand'), styles]),
    only('trust', '^src/trust/', [core, '^src/trust/', '^src/ui/', react, npm('zustand', 'uqr'), styles]),
    only('vault', '^src/vault/', [core, '^src/vault/', npm('hash-wasm', '@peculiar/x509', 'reflect-metadata', 'cborg')]),
    // It travels alone, to people who do not have the app.
    only('verifier', '^src/verifier/', [core, '^src/verifier/', '^(node:)?fs$', '^(node:)?path$']),

    { name: 'nobody-imports-app', severity: 'error', from: { pathNot: ['^src/app/', '^tests/', TESTS] }, to: { path: '^src/app/' } },
    {
      name: 'app-knows-no-pixels',
      severity: 'error',
      from: { path: '^src/app/', pathNot: TESTS },
      to: { path: ['^src/ops/[^/]+/(?!index\\.ts)', '^src/(engine|store)/', npm('onnxruntime-web')] },
    },
    {
      name: 'workers-know-no-screens',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: ['^src/(ui|app|trust)/', '^src/studios/[^/]+/.*\\.tsx$', npm('react', 'react-dom')] },
    },
    {
      name: 'one-place-knows-the-model-runtime',
      severity: 'error',
      from: { pathNot: ['^workers/', '^tests/', TESTS] },
      to: { path: npm('onnxruntime-web') },
    },
    {
      name: 'one-place-knows-the-credentials-library',
      severity: 'error',
      from: { pathNot: ['^workers/credentials\\.ts$', '^tests/', TESTS] },
      to: { path: npm('@contentauth/c2pa-wasm') },
    },
    {
      name: 'the-app-imports-no-tooling',
      severity: 'error',
      from: { path: '^(src|workers)/', pathNot: [TESTS, '^src/hosting/'] },
      to: { path: '^(src/hosting|tests)/|^models/(assemble|plugin|onnx|weights)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|^tests/(fake|bench)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.d.ts'],
    },
  },
}
