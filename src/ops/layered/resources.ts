import { joined } from '../../core/bytes'

type Data = Uint8Array<ArrayBuffer>

/** Image resources of a PSD (Adobe Photoshop File Formats Specification, “Image Resource IDs”). */
export const ICC_PROFILE = 1039
export const XMP = 1060

/** A PSD with further image resources in front of its own, in parts: none of its pixels is copied. */
export function withResources(psd: Data, resources: readonly (readonly [id: number, data: Data])[]): Data[] {
  const view = new DataView(psd.buffer, psd.byteOffset, psd.byteLength)
  // The section stands behind the head (26 bytes) and the colours of a palette; its length comes first.
  const at = 30 + view.getUint32(26)
  const added = joined(...resources.map(([id, data]) => resource(id, data)))
  return [psd.subarray(0, at), bigEndian(view.getUint32(at) + added.length, 4), added, psd.subarray(at + 4)]
}

/** Signature, id, an empty name, length, data; each padded to an even length. */
const resource = (id: number, data: Data): Data =>
  joined(
    new TextEncoder().encode('8BIM'),
    bigEndian(id, 2),
    new Uint8Array(2),
    bigEndian(data.length, 4),
    data,
    new Uint8Array(data.length % 2),
  )

const bigEndian = (value: number, bytes: number): Data => Uint8Array.from({ length: bytes }, (_, i) => value >>> (8 * (bytes - 1 - i)))
