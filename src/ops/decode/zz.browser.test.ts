import { commands } from 'vitest/browser'
import { test } from 'vitest'
import { readHeader } from '../../core/format/sniff'
import { openNative } from './native'
import { open } from './run'
const bytesOf = (t: string) => Uint8Array.from(atob(t), (c) => c.charCodeAt(0))
const b = bytesOf(await commands.readPart('magick'))
const part = async () => b.buffer as ArrayBuffer
test('speed', async () => {
  for (const f of ['large-12mp-orientation6.jpg', 'plain12', 'iphone11-p3-12mp.heic']) {
    const data = bytesOf(await (commands as any).readAny(f === 'plain12' ? '/tmp/fmt/plain12.jpg' : '/work/shared/data/formats/' + f))
    const l = []
    for (let i = 0; i < 5; i++) {
      const t = performance.now(); const h = readHeader(data); const s = performance.now() - t
      const t1 = performance.now(); let n = 0; if (h.format === 'jpeg') { const bm = await createImageBitmap(new Blob([data])); n = performance.now() - t1; bm.close() }
      const t2 = performance.now(); await open(data, h, 0, { part }); l.push(`sniff ${s.toFixed(1)} bitmap ${n.toFixed(0)} open ${(performance.now() - t2).toFixed(0)}`)
    }
    await (commands as any).say(f + ' ' + l.join(' | '))
  }
}, 100000)
