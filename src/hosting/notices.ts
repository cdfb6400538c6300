import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { type ModelId, models, type PartId } from '../../models'

const here = import.meta.dirname
const modules = join(here, '../../node_modules')
const licence = (name: string) => readFileSync(join(here, 'licences', name), 'utf8')

/** The packages whose WebAssembly files are parts of the shelf. Models have notices of their own. */
const packageOfPart: Readonly<Record<Exclude<PartId, 'isnet'>, string>> = {
  'ort-wasm': 'onnxruntime-web',
  'ort-webgpu': 'onnxruntime-web',
  mozjpeg: '@jsquash/jpeg',
  png: '@jsquash/png',
  magick: '@imagemagick/magick-wasm',
  c2pa: '@contentauth/c2pa-wasm',
}
/** Written after everything else is, so these are named here; the build fails when another one gets in. */
const inServiceWorker = ['idb', 'workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies']
/** Packages that come without the text of their licence. */
const texts: Readonly<Record<string, string>> = {
  'onnxruntime-web': licence('onnxruntime.txt'),
  'onnxruntime-common': licence('onnxruntime.txt'),
  wouter: licence('Unlicense.txt'),
}

const packages = new Set<string>([...Object.values(packageOfPart), ...inServiceWorker])
const packageIn = (id: string) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]

function collect(bundle: Rolldown.OutputBundle): string[] {
  return Object.values(bundle).flatMap((file) => {
    const from =
      file.type === 'asset'
        ? file.originalFileNames
        : Object.entries(file.modules)
            .filter(wasKept)
            .map(([id]) => id)
    return from.flatMap((id) => packageIn(id.startsWith('/') ? id : `/${id}`) ?? [])
  })
}
const wasKept = ([id, module]: [string, { renderedLength: number }]) => module.renderedLength > 0 || id.endsWith('.css')

/** Notes which packages end up in a bundle; for the page and every worker. */
export function noticing(): Plugin {
  return {
    name: 'vitrine:noticing',
    generateBundle(_options, bundle) {
      for (const name of collect(bundle)) packages.add(name)
    },
  }
}

/** The same for the service worker, which is built last: fails for a package that the notices do not name. */
export function noticingLast(): Plugin {
  return {
    name: 'vitrine:noticing-last',
    config: () => ({ logLevel: 'warn' }),
    generateBundle(_options, bundle) {
      const missing = collect(bundle).filter((name) => !packages.has(name))
      if (missing.length > 0) this.error(`the service worker also holds ${missing.join(', ')}: name it in src/hosting/notices.ts`)
    },
  }
}

/** Writes `licences.txt` into the built site once the page and its workers are known. */
export function notices(): Plugin {
  let dist = ''
  return {
    name: 'vitrine:notices',
    apply: 'build',
    configResolved(config) {
      dist = resolve(config.root, config.build.outDir)
    },
    closeBundle: {
      order: 'pre', // the service worker, built next, keeps this file as well
      sequential: true,
      handler: async (error?: Error) => {
        if (!error) await writeFile(join(dist, 'licences.txt'), noticesText())
      },
    },
  }
}

function noticesText(): string {
  const groups = new Map<string, string[]>()
  for (const name of [...packages].sort()) {
    const text = textOf(name)
    groups.set(text, [...(groups.get(text) ?? []), headingOf(name)])
  }
  return [
    '# What Vitrine is built from\n\nVitrine itself is MIT, see LICENSE. These works of others are in the built site.',
    modelNotices(),
    ...[...groups].map(([text, headings]) => `${headings.join('\n')}\n\n\`\`\`text\n${text}\n\`\`\``),
    `## Text of the Apache License 2.0\n\n\`\`\`text\n${licence('Apache-2.0.txt').trim()}\n\`\`\``,
  ]
    .join('\n\n')
    .concat('\n')
}

function manifestOf(name: string) {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string; license?: string; homepage?: string }
}

function headingOf(name: string): string {
  const { version, license } = manifestOf(name)
  return `## ${name} ${version} (${license ?? 'see the text'})`
}

/** Licence and notice files of a package, in one text. Throws when there is none to be found. */
function textOf(name: string): string {
  const files = ['', 'codec']
    .flatMap((folder) => {
      try {
        return readdirSync(join(modules, name, folder)).map((file) => join(folder, file))
      } catch {
        return []
      }
    })
    .filter((file) => /(^|\/)(licen[cs]e|copying|notice)[^/]*$/i.test(file))
    .sort()
  const found = files.map((file) =>
    readFileSync(join(modules, name, file), 'utf8')
      .replace(/\r\n?/g, '\n')
      .trim(),
  )
  const text = found.join('\n\n').replaceAll('```', "'''") || texts[name]?.trim()
  if (!text) throw new Error(`${name} is in the bundle, but its licence text is not: add it to src/hosting/notices.ts`)
  return text
}

function modelNotices(): string {
  const sources = new Map(Object.values(models).map((model) => [model.part, model] as const))
  const ids = (part: string) => (Object.keys(models) as ModelId[]).filter((id) => models[id].part === part).join(', ')
  return [...sources.values()]
    .map(
      ({ part, licence: name, source }) => `## Model weights: ${part} (${ids(part)}; ${name})

Trained by the authors of ${source.upstream}. Taken at build time from ${source.package}${source.file}
(SHA-256 ${source.sha256}) and reduced: see the model's card in the repository. That package is
AGPL-3.0, its own list of third-party works names the weights apart; none of its code is in Vitrine.`,
    )
    .join('\n\n')
}
