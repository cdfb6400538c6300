import { defineOp } from '../../core/recipe'
import { FileRights } from '../../core/rights'
import { z } from '../../core/schema'

/**
 * Writes a file in layers: PSD, 8 bits, sRGB with its profile, by ag-psd. `layers` (straight alpha) lie over each other from the bottom and
 * are cut to what is in them; the first one fills the frame. `flat` is what all of them together show, for programs that know no layers.
 */
export const layered = defineOp({
  id: 'layered',
  v: 1,
  title: 'Write the file in layers',
  params: z.object({
    /** One for each layer, as the other program lists it. */
    names: z.array(z.string()).min(1).max(40),
    /** Pixels to the inch, for print. */
    density: z.int().min(1).max(2400).default(300),
    /** Written as XMP, in the fields of IPTC and PLUS; null = nothing goes along. */
    rights: FileRights.nullable().default(null),
  }),
  in: { layers: ['image'], flat: 'image' },
  out: 'file',
  exact: true,
})
