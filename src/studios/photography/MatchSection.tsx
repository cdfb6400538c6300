import { Crosshair } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'
import { heroOf } from '../../core/scene/document'
import { withPerspective } from '../../core/scene/horizon'
import type { PhotoTilt } from '../../core/scene/standing'
import { formatShare } from '../../ui/format'
import type { Desk } from './desk'
import { Section } from './Fields'
import { MatchDialog } from './MatchDialog'
import { formatTilt } from './measure'

interface MatchSectionProps {
  readonly client: Client
  readonly desk: Desk
  readonly photo: Photo
  readonly photos: readonly Photo[]
}

/** Nearer than this the camera looks down as the photo's did, degrees. */
const SAME = 0.5

/** The set's camera brought to where the product's photo was taken from: as found in its cutout, or by hand. */
export function MatchSection({ client, desk, photo, photos }: MatchSectionProps) {
  const { scene, disabled } = desk
  const [open, setOpen] = useState(false)
  const hero = heroOf(scene)
  const of = (hero.photo === null ? photo : photos.find(({ id }) => id === hero.photo)) ?? photo
  const found = usePhotoTilt(client, of)
  const take = (tilt: number, focal: number | null) =>
    desk.commit({ ...scene, camera: withPerspective(scene.camera, Math.round(tilt * 10) / 10, focal) })
  return (
    <Section title="Match the photo" hint="A product looks right where the set’s camera looks down on it as the photo’s did.">
      <div className="set-fields">
        {found ? (
          <p className="match-found">
            <span>
              The round of the product says {formatTilt(found.degrees)} <span className="hint">({formatShare(found.sure)} sure)</span>
            </span>
            <button
              type="button"
              className="button button--small"
              disabled={disabled || Math.abs(scene.camera.tilt - found.degrees) < SAME}
              onClick={() => take(found.degrees, null)}
            >
              Use it
            </button>
          </p>
        ) : null}
        <button type="button" className="button set-start" disabled={disabled} onClick={() => setOpen(true)}>
          <Crosshair size={16} aria-hidden /> Match by hand…
        </button>
      </div>
      {open ? (
        <MatchDialog
          client={client}
          photo={of}
          onClose={() => setOpen(false)}
          onFound={(tilt, focal) => {
            setOpen(false)
            take(tilt, focal)
          }}
        />
      ) : null}
    </Section>
  )
}

/** What the cutout tells of the photo's camera; null while nothing is known of it. */
function usePhotoTilt(client: Client, { id, state, doc }: Photo): PhotoTilt | null {
  const [found, setFound] = useState<{ readonly of: string; readonly tilt: PhotoTilt | null } | null>(null)
  const { cutout, matte, turn } = doc
  const of = state.at === 'done' ? [id, cutout, matte, turn, doc.edge.looser, doc.repairs.length].join() : null
  useEffect(() => {
    let here = true
    if (of !== null)
      client.photoTilt(id).then(
        (tilt) => here && setFound({ of, tilt }),
        // It is an offer; without it, the hand aids remain.
        () => undefined,
      )
    return () => {
      here = false
    }
  }, [client, id, of])
  return found?.of === of ? found.tilt : null
}
