import { describe, expect, it } from 'vitest'
import { registered, trueForeground } from '../bench/cutout/foreground'
import { testPictures } from '../bench/cutout/pictures'
import { decoded } from '../support/pictures'
import { hasShared } from '../support/shared'

describe.skipIf(!hasShared())('the true colours of a subject', () => {
  it('of a composite are those of the cutout it was made from, where that one was put', async () => {
    const pictures = await testPictures(['comp-'])
    expect(pictures).toHaveLength(8)
    for (const { name, truth, bytes } of pictures) {
      const [photo, colour] = [decoded(bytes), await registered(name)]
      const off: number[] = []
      for (let i = 0; i < photo.width * photo.height; i += 37) {
        if (truth?.data[i] !== 255) continue
        const rgb = colour?.(i % photo.width, Math.floor(i / photo.width)) ?? [999, 999, 999]
        for (let c = 0; c < 3; c++) off.push(Math.abs((rgb[c] as number) - (photo.data[i * 4 + c] as number)))
      }
      off.sort((a, b) => a - b)
      expect(off[off.length >> 1], name).toBeLessThan(4)
    }
  })

  it('of a photograph are known to nobody', async () => {
    const [picture] = await testPictures(['am-GT01'])
    if (!picture) throw new Error('the picture is missing')
    const photo = decoded(picture.bytes)
    expect(await trueForeground(picture, { kind: 'image', ...photo, data: Uint8ClampedArray.from(photo.data) })).toBeNull()
  })
})
