const BYTE = 1
const ASCII = 2
const SHORT = 3
const LONG = 4
const RATIONAL = 5
const UNDEFINED = 7

/** One directory of EXIF tags: entries [tag, type, value]; a value may be a string, numbers, [numerator, denominator] pairs or bytes. */
function directory(entries, start) {
  const sorted = [...entries].sort((a, b) => a[0] - b[0])
  const head = Buffer.alloc(2 + sorted.length * 12 + 4)
  head.writeUInt16BE(sorted.length, 0)
  let tail = Buffer.alloc(0)
  sorted.forEach(([tag, type, value], i) => {
    const [bytes, count] = pack(type, value)
    const at = 2 + i * 12
    head.writeUInt16BE(tag, at)
    head.writeUInt16BE(type, at + 2)
    head.writeUInt32BE(count, at + 4)
    if (bytes.length <= 4) bytes.copy(head, at + 8)
    else {
      head.writeUInt32BE(start + head.length + tail.length, at + 8)
      tail = Buffer.concat([tail, bytes, Buffer.alloc(bytes.length % 2)])
    }
  })
  return Buffer.concat([head, tail])
}

function pack(type, value) {
  if (type === ASCII) {
    const bytes = Buffer.from(`${value}\0`, 'latin1')
    return [bytes, bytes.length]
  }
  if (type === UNDEFINED || type === BYTE) return [Buffer.from(value), value.length]
  const list = type === RATIONAL ? (Array.isArray(value[0]) ? value : [value]) : [value].flat()
  const bytes = Buffer.alloc(list.length * { [SHORT]: 2, [LONG]: 4, [RATIONAL]: 8 }[type])
  list.forEach((x, i) => {
    if (type === SHORT) bytes.writeUInt16BE(x, i * 2)
    if (type === LONG) bytes.writeUInt32BE(x, i * 4)
    if (type === RATIONAL) {
      bytes.writeUInt32BE(x[0], i * 8)
      bytes.writeUInt32BE(x[1], i * 8 + 4)
    }
  })
  return [bytes, list.length]
}

/** Degrees, minutes and hundredths of seconds. */
function angle(degrees) {
  const a = Math.abs(degrees)
  const minutes = (a % 1) * 60
  return [
    [Math.floor(a), 1],
    [Math.floor(minutes), 1],
    [Math.round((minutes % 1) * 6000), 100],
  ]
}

/** The APP1 segment a phone would write. `owner` adds name and serial number, `position` [latitude, longitude] adds GPS. */
export function exifSegment({ width, height, orientation = 1, date, owner, serial, position }) {
  const camera = [
    [0x829a, RATIONAL, [1, 60]],
    [0x829d, RATIONAL, [18, 10]],
    [0x8827, SHORT, 160],
    [0x9000, UNDEFINED, Buffer.from('0232')],
    [0x9003, ASCII, date],
    [0x9101, UNDEFINED, [1, 2, 3, 0]],
    [0x920a, RATIONAL, [57, 10]],
    [0xa000, UNDEFINED, Buffer.from('0100')],
    [0xa001, SHORT, 1],
    [0xa002, LONG, width],
    [0xa003, LONG, height],
    ...(owner
      ? [
          [0xa430, ASCII, owner],
          [0xa431, ASCII, serial],
        ]
      : []),
  ]
  const gps = position && [
    [0, BYTE, [2, 3, 0, 0]],
    [1, ASCII, position[0] < 0 ? 'S' : 'N'],
    [2, RATIONAL, angle(position[0])],
    [3, ASCII, position[1] < 0 ? 'W' : 'E'],
    [4, RATIONAL, angle(position[1])],
  ]
  const main = (cameraAt, gpsAt) => [
    [0x010f, ASCII, 'Vitrine'],
    [0x0110, ASCII, 'Sample Phone'],
    [0x0112, SHORT, orientation],
    [0x011a, RATIONAL, [72, 1]],
    [0x011b, RATIONAL, [72, 1]],
    [0x0128, SHORT, 2],
    [0x0132, ASCII, date],
    [0x0213, SHORT, 1],
    [0x8298, ASCII, 'CC0 1.0'],
    [0x8769, LONG, cameraAt],
    ...(owner ? [[0x013b, ASCII, owner]] : []),
    ...(gps ? [[0x8825, LONG, gpsAt]] : []),
  ]
  const size = directory(main(0, 0), 8).length
  const cameraAt = 8 + size
  const second = directory(camera, cameraAt)
  const gpsAt = cameraAt + second.length
  const tiff = Buffer.concat([
    Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]),
    directory(main(cameraAt, gpsAt), 8),
    second,
    gps ? directory(gps, gpsAt) : Buffer.alloc(0),
  ])
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 0]), Buffer.from('Exif\0\0', 'latin1'), tiff])
  segment.writeUInt16BE(segment.length - 2, 2)
  return segment
}

/** Puts the segment right behind a JPEG's start marker. */
export const withExif = (jpeg, segment) => Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])
