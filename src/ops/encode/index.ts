import { defineOp } from '../../core/recipe'
import { FileRights } from '../../core/rights'
import { z } from '../../core/schema'

/** Writes a file. JPEG by MozJPEG, 4:4:4; PNG keeps alpha; WebP (thumbnails only) by the browser. No metadata but `rights`. */
export const encode = defineOp({
  id: 'encode',
  v: 2,
  title: 'Write the file',
  params: z.object({
    format: z.enum(['jpeg', 'png', 'webp']),
    /** 1 to 100; JPEG and WebP. */
    quality: z.int().min(1).max(100).default(98),
    /** Lowers the JPEG's quality step by step, not under 90, until the file is this small. */
    maxBytes: z.int().positive().nullable().default(null),
    /** Written as XMP, in the fields of IPTC and PLUS; null = nothing goes along. */
    rights: FileRights.nullable().default(null),
  }),
  in: { image: 'image' },
  out: 'file',
  exact: false,
})
