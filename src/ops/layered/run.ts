import { rgbProfile, SRGB } from '../../core/format/profile'
import { checkLayers } from '../../core/layers'
import { notWritten } from '../../core/not-written'
import type { Runner } from '../../core/recipe'
import { xmpOf } from '../../core/xmp'
import { cut } from './cut'
import type { layered } from './index'
import { ICC_PROFILE, withResources, XMP } from './resources'

/**
 * A layer in which nothing is seen is left out. Throws the faults `too-many-layers`, and `not-written` when memory runs out; a RangeError where a layer has no
 * name or another size than the rest.
 */
export const run: Runner<typeof layered> = async ({ layers, flat }, { names, density, rights }, ctx) => {
  const { width, height } = flat
  if (names.length !== layers.length) throw new RangeError('each layer has one name')
  if (layers.some((layer) => layer.width !== width || layer.height !== height)) throw new RangeError('the layers differ in size')
  checkLayers(layers.length, flat)
  const resolution = { horizontalResolution: density, verticalResolution: density } as const
  try {
    const { writePsdUint8Array } = await import('ag-psd')
    const children = layers.flatMap((layer, i) => {
      const part = cut(layer)
      return part ? [{ ...part, name: names[i] as string }] : []
    })
    const psd = writePsdUint8Array({
      width,
      height,
      children,
      imageData: flat,
      imageResources: {
        resolutionInfo: {
          ...resolution,
          horizontalResolutionUnit: 'PPI',
          widthUnit: 'Inches',
          verticalResolutionUnit: 'PPI',
          heightUnit: 'Inches',
        },
      },
    }) as Uint8Array<ArrayBuffer>
    const packet = rights && xmpOf(rights)
    const parts = withResources(psd, [[ICC_PROFILE, rgbProfile('sRGB', SRGB)], ...(packet ? [[XMP, packet] as const] : [])])
    return { kind: 'file', blob: new Blob(parts, { type: 'image/vnd.adobe.photoshop' }) }
  } catch (error) {
    return notWritten(flat, error, ctx)
  }
}
