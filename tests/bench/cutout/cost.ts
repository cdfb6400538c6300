// What a cutout costs in a photo of 12 megapixels: all that comes after the network beside the network's own time.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { PhotoDoc } from '../../../src/core/project'
import { openProfile } from '../../support/browser'
import type { Picture, Wish } from './page'
import type { TestPicture } from './pictures'
import type { Choice } from './wish'

const [WIDTH, HEIGHT] = [4000, 3000]

export interface Cost {
  readonly choice: Choice
  /** Milliseconds. */
  readonly network: number
  readonly after: number
  readonly ms: Readonly<Record<string, number>>
}

export interface Memory {
  /** Most that the page's process ever held, in bytes: before it cut anything out, and after, the network not in it. Null off Linux. */
  readonly before: number | null
  readonly peak: number | null
}

/** Most memory in bytes that a process of our browsers with a page in it has held; null where the system does not tell. */
async function peak(): Promise<number | null> {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 1e8 }).trim().split('\n')
  const processes = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)?.slice(1) ?? [])
  const family = new Set([String(process.pid)])
  for (let grown = 0; grown !== family.size; ) {
    grown = family.size
    for (const [pid = '', parent = ''] of processes) if (family.has(parent)) family.add(pid)
  }
  const pages = processes.filter(([pid = '', , args = '']) => family.has(pid) && args.includes('--type=renderer'))
  const status = await Promise.all(pages.map(([pid]) => readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')))
  const held = status.map((text) => Number(/VmHWM:\s+(\d+) kB/.exec(text)?.[1] ?? 0) * 1024)
  return held.length > 0 && Math.max(...held) > 0 ? Math.max(...held) : null
}

async function opened(url: string) {
  const profile = await openProfile()
  const page = await profile.context.newPage()
  await page.goto(url)
  await page.waitForFunction(() => 'cutOut' in window)
  return { page, end: profile.end }
}

/** `picture` enlarged to 12 megapixels and cut out once with each choice, each network being warm. */
export async function costs(url: string, picture: TestPicture, choices: readonly Choice[]): Promise<{ costs: Cost[]; memory: Memory }> {
  const small = Buffer.from(picture.bytes).toString('base64')
  const wishOf = (photo: string, choice: Choice, matte: Picture | null): Wish => ({
    photo,
    hash: createHash('sha256').update(photo).digest('hex'),
    doc: PhotoDoc.parse({ cutout: choice }),
    matte,
  })
  const { page, end } = await opened(url)
  const large = await page.evaluate(([photo, width, height]) => window.enlarged(photo, width, height), [small, WIDTH, HEIGHT] as const)
  const found: Cost[] = []
  let matte: Picture | null = null
  for (const choice of choices) {
    matte = (await page.evaluate((wish) => window.cutOut(wish), wishOf(small, choice, null))).matte
    const ms = await page.evaluate((wish) => window.timeCutOut(wish), wishOf(large, choice, null))
    found.push({ choice, network: ms.network ?? 0, after: (ms.refine ?? 0) + (ms.place ?? 0), ms })
  }
  await end()
  const alone = await opened(url)
  const before = await peak()
  await alone.page.evaluate((wish) => window.timeCutOut(wish), wishOf(large, choices[0] ?? 'fine', matte))
  const memory = { before, peak: await peak() }
  await alone.end()
  return { costs: found, memory }
}
