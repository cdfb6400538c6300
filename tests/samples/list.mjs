const photo = (name, width, height, exif, more = {}) => ({
  name,
  scene: name,
  width,
  height,
  few: 8,
  many: 32,
  quality: 87,
  fixture: false,
  exif,
  ...more,
})
const fixture = (name, scene) => ({ name, scene, width: 320, height: 240, few: 24, many: 96, quality: 80, fixture: true })

/** Fictional throughout: nobody owns such a phone and the place is open sea. */
const phone = { owner: 'Sample Owner', serial: 'SAMPLE-0001' }

/** The pictures: file name, scene, size in px (as seen), samples a pixel, JPEG quality, what the EXIF says. */
export const files = [
  photo('ceramic-mug', 1600, 1200, { date: '2025:03:04 10:12:31', ...phone, position: [-47.1234, -121.5678] }),
  photo('amber-bottle', 1200, 1600, { date: '2025:03:04 10:31:05', orientation: 6 }),
  photo('knitted-beanie', 1600, 1200, { date: '2025:03:05 09:48:20' }),
  photo('gold-watch', 1600, 1200, { date: '2025:03:05 11:02:47', ...phone, position: [-48.8767, -123.3933] }),
  photo('headphones', 1600, 1200, { date: '2025:03:06 15:20:11' }),
  photo('potted-plant', 1200, 1600, { date: '2025:03:07 08:55:59' }),
  fixture('red-mug-320', 'red-mug'),
  fixture('green-jar-320', 'green-jar'),
  fixture('blue-box-320', 'blue-box'),
]
