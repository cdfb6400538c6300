import type { FileFacts } from '../../core/project'
import type { Leaf } from './leaf'

/** What a value tells on the seller, by the name of its field. The first line that fits counts; null = it tells nothing. */
const TELLS: readonly (readonly [what: string | null, path: RegExp])[] = [
  ['GPS position', /^exif\.gps\.Position$/],
  [null, /^exif\.gps\.(latitude|longitude|GPS(Latitude|Longitude|VersionID|MapDatum|DateStamp|TimeStamp|.*Ref)$)/],
  ['GPS position', /exif:GPS(Latitude|Longitude|Position)$/],
  ['GPS details', /GPS(Altitude|Img|Dest|Speed|Track|Area|Processing|HPos)|geotate|location-?info|ISO6709/i],
  ['Lens serial number', /lens.?serial/i],
  ['Camera serial number', /serial.?number|serialno\b|aux:.*serial/i],
  ['Camera owner', /(^|[.:])(camera)?ownername$/i],
  ['Telephone number', /tel(ephone|work)|phone/i],
  ['E-mail address', /e-?mail/i],
  ['Postal address', /CiAdr|ContactInfo|address|Licensor(City|Region|PostalCode|Country|Street)/i],
  ['Web address', /ci?url|url$|website|webstatement|baseurl/i],
  ['Names of people in the photo', /person(inimage|displayname)|mwg-rs:Name|people|PersonName/i],
  ['Marked faces or areas', /mwg-rs:|MPReg|RegionInfo|FaceRegion/i],
  ['Name of the rights holder', /copyright.?(owner|holder)|licens(or|ee)|enduser|imagesupplier|supplier/i],
  [
    'Name of the creator',
    /artist|(^|[.:])(creator|author|by-?line)(?!tool)|authorname|imagecreator|photographer|captionwriter|writer.?editor|iptc\.writer|authors?position|byline|xpauthor/i,
  ],
  ['Copyright line', /copyright|dc:rights|usageterms|(^|[.:])credit$|plus:.*(terms|reuse)/i],
  ['Place', /city|sub-?location|[.:]location|[.:]state$|province|country|worldregion/i],
  [
    'Description',
    /([.:])(description|title|headline|caption|subject|hierarchicalsubject|keywords|objectname|(special)?instructions|source|label|nickname)$|imagedescription|xp(title|subject|keywords|comment)$/i,
  ],
  ['Comment', /comment/i],
  ['Identifying number of the picture', /unique.?id|documentid|instanceid|contentidentifier|imageid|registry|plus:.*id$|guid|uuid/i],
  ['Preview picture inside the file', /thumbnail$|xmp:Thumbnails|GImg|xapGImg/i],
  ['Content credentials (C2PA)', /^c2pa\.Manifest/],
  ['Film', /^file\.Film/],
  ['Compressed notes of the camera', /^file\.Packed/],
  ['Camera maker’s private notes', /^maker\.Notes/],
  [
    'Date and time',
    /date(time)?original|createdate|datecreated|(^|[.:])modifydate|datetimedigitized|digitalcreation|timecreated|png\.(creation time|date)|HistoryWhen|stEvt:when/i,
  ],
  ['Device or program used', /software|creatortool|hostcomputer|(^|[.:])(make|model|lensmodel)$|softwareagent|HistorySoft|xmptk/i],
]

/** More than this is cut: a card is no place for a novel. */
const LONGEST = 1000

function whatOf(path: string): string | null {
  return TELLS.find(([, pattern]) => pattern.test(path))?.[0] ?? null
}

/** What the notes tell on the seller, most telling first, one line per kind. */
export function personal(leaves: readonly Leaf[]): FileFacts['personal'] {
  const kinds = new Map<string, Set<string>>()
  for (const { path, value } of leaves) {
    const what = whatOf(path)
    if (!what || (what.endsWith('serial number') && /^0*$/.test(value))) continue
    const values = kinds.get(what) ?? new Set()
    kinds.set(what, values.add(value))
  }
  const order = TELLS.flatMap(([what]) => what ?? [])
  return [...kinds]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([what, values]) => ({ what, value: cut([...values].join(', ')) }))
}

const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

/** Creator, copyright, description and date, from XMP before IPTC before EXIF, empty where nothing is said. */
export function rights(leaves: readonly Leaf[]): FileFacts['rights'] {
  const first = (...patterns: readonly RegExp[]) => {
    for (const pattern of patterns) {
      const found = [...new Set(leaves.filter(({ path }) => pattern.test(path)).map(({ value }) => value))]
      if (found.length > 0) return cut(found.join(', '))
    }
    return ''
  }
  return {
    creator: first(/^xmp\.([^.]*\.)?dc:creator$/, /^iptc\.Byline$/, /^exif\.ifd0\.Artist$/, /^png\.Author$/i, /^c2pa\.AuthorName$/),
    copyright: first(/^xmp\.([^.]*\.)?dc:rights$/, /^iptc\.CopyrightNotice$/, /^exif\.ifd0\.Copyright$/, /^png\.Copyright$/i),
    description: first(/^xmp\.([^.]*\.)?dc:description$/, /^iptc\.Caption$/, /^exif\.ifd0\.ImageDescription$/, /^png\.Description$/i),
    taken: isoDate(
      first(
        /exif:DateTimeOriginal$/,
        /^exif\.exif\.DateTimeOriginal$/,
        /photoshop:DateCreated$/,
        /^exif\.exif\.(CreateDate|DateTimeDigitized)$/,
        /xmp:CreateDate$/,
      ),
    ),
  }
}

/** EXIF writes `2009:06:24 09:41:07`, XMP wants `2009-06-24T09:41:07`. */
function isoDate(text: string): string {
  const exif = /^(\d{4}):(\d\d):(\d\d)(?: (\d\d:\d\d(?::\d\d)?))?/.exec(text)
  if (!exif) return /^\d{4}(-\d\d){0,2}(T\S+)?$/.test(text) ? text : ''
  const [, year, month, day, time] = exif
  return year === '0000' ? '' : `${year}-${month}-${day}${time ? `T${time}` : ''}`
}
