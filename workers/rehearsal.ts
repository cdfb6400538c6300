import type { ImageValue, MaskValue, RunContext } from '../src/core/recipe'
import type { Repair } from '../src/core/repair'
import { runnerOf } from './runners'

const SIDE = 320
const TIMES = 8
const ctx = { signal: new AbortController().signal, alive() {} } as unknown as RunContext

/** A disc on a plain ground, both a little uneven, and a matte that has too much on one side. */
function scene(): { image: ImageValue; mask: MaskValue } {
  const colours = new Uint8ClampedArray(SIDE * SIDE * 4)
  const alpha = new Uint8Array(SIDE * SIDE)
  for (let y = 0, i = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++, i++) {
      const away = Math.sqrt((x - SIDE / 2) ** 2 + (y - SIDE / 2) ** 2) - SIDE * 0.3
      const grain = (x * 37 + y * 91) % 32
      colours.set(away < 0 ? [180 + grain, 60, 50 + grain, 255] : [60 + grain, 120, 140 + grain, 255], i * 4)
      alpha[i] = x > SIDE * 0.8 ? 255 : Math.min(255, Math.max(0, 128 - 60 * away))
    }
  }
  return {
    image: { kind: 'image', width: SIDE, height: SIDE, data: colours },
    mask: { kind: 'mask', width: SIDE, height: SIDE, data: alpha },
  }
}

/**
 * Draws a few strokes on a made-up picture, in breaks between which the worker hears: a browser compiles what has run
 * often, and without this a seller's first strokes take three times as long as the tenth.
 */
export async function rehearse(): Promise<void> {
  const { image, mask } = scene()
  const [mend, place] = [await runnerOf('mend'), await runnerOf('place')]
  for (let i = 0; i < TIMES; i++) {
    const to = i % 2 === 0 ? 'remove' : 'keep'
    const x = i % 2 === 0 ? 0.9 : 0.5
    const repair: Repair = {
      act: 'select',
      to,
      points: [
        [x, 0.2 + i / 50],
        [x, 0.5],
        [x, 0.7],
      ],
      radius: 0.012,
    }
    await new Promise((resume) => setTimeout(resume, 20))
    const mended = await mend({ image, mask }, { repair }, ctx)
    await place({ image, mask: mended }, { frame: 'photo', fill: 1 }, ctx)
  }
}
