import type { Client } from '../../core/client'
import type { Photo } from '../../core/project'
import type { Scene } from '../../core/scene/document'
import { CameraPanel } from './CameraPanel'
import type { Desk } from './desk'
import { Section } from './Fields'
import { GroupPanel } from './GroupPanel'
import { LightPanel } from './LightPanel'
import { LooksPanel } from './LooksPanel'
import { Plan } from './Plan'
import { ProductPanel } from './ProductPanel'
import { PropsPanel } from './PropsPanel'
import type { PanelId } from './panels'
import { ScenePicker } from './ScenePicker'
import { SurfacePanel } from './SurfacePanel'
import type { Room } from './useDesk'
import { useThumb } from './useThumb'
import type { Tracing } from './useTracing'

interface PanelsProps {
  readonly panel: PanelId
  readonly client: Client
  readonly photo: Photo
  readonly photos: readonly Photo[]
  readonly desk: Desk
  readonly room: Room
  readonly tracing: Tracing
  onScene(scene: Scene): void
}

/** Parts that are about where things stand show the plan of the set above themselves. */
const PLANNED = new Set<PanelId>(['light', 'camera', 'props', 'product', 'group'])

/** The part of the studio that the rail has chosen. */
export function Panels({ panel, client, photo, photos, desk, room, tracing, onScene }: PanelsProps) {
  const thumb = useThumb(client, photo)
  return (
    <>
      {PLANNED.has(panel) ? <Plan desk={desk} /> : null}
      {panel === 'scenes' ? (
        <Section title="Scenes">
          <ScenePicker now={room.staged ? desk.scene : null} disabled={desk.disabled} thumb={thumb} onChoose={onScene} />
        </Section>
      ) : null}
      {panel === 'light' ? <LightPanel desk={desk} solo={room.solo} onSolo={room.setSolo} /> : null}
      {panel === 'camera' ? <CameraPanel desk={desk} /> : null}
      {panel === 'surfaces' ? <SurfacePanel client={client} desk={desk} photo={photo} tracing={tracing} /> : null}
      {panel === 'props' ? <PropsPanel desk={desk} /> : null}
      {panel === 'product' ? <ProductPanel client={client} desk={desk} photo={photo} photos={photos} /> : null}
      {panel === 'looks' ? <LooksPanel client={client} desk={desk} photo={photo} photos={photos} onScene={onScene} /> : null}
      {panel === 'group' ? <GroupPanel client={client} desk={desk} photo={photo} photos={photos} /> : null}
    </>
  )
}
