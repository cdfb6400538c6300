import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as ort from 'onnxruntime-web'
import { expect, test } from 'vitest'
import { models } from '../index'
import { isnet } from '../isnet-part'
import { agrees, probe, summary } from '../probe'

const kept = join(import.meta.dirname, 'golden.json')

/**
 * The known answer to the test picture, which a graphics processor must give before it is trusted. Written anew by
 * VITRINE_WRITE_GOLDEN=1, which is right only after the model itself was changed on purpose.
 */
test('the assembled model gives the known answer to the test picture', { timeout: 240_000 }, async () => {
  const bytes = await isnet()
  const answers: Record<string, number[]> = {}
  for (const { id, input, output, free } of Object.values(models)) {
    const session = await ort.InferenceSession.create(bytes, {
      executionProviders: ['wasm'],
      freeDimensionOverrides: free,
      extra: { session: { disable_quant_qdq: '1' } },
    })
    const planes = new ort.Tensor('float32', probe(input), [1, 3, input.side, input.side])
    const result = (await session.run({ [input.name]: planes }))[output.name]
    expect(result?.dims).toEqual([1, 1, input.side, input.side])
    answers[id] = summary(result?.data as Float32Array, input.side)
    await session.release()
  }
  if (process.env.VITRINE_WRITE_GOLDEN) await writeFile(kept, `${JSON.stringify(answers, null, 2)}\n`)
  const golden = JSON.parse(await readFile(kept, 'utf8')) as Record<string, number[]>
  for (const [id, answer] of Object.entries(answers)) expect(agrees(answer, golden[id] ?? []), id).toBe(true)
})
