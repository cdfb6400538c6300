import { useEffect, useState } from 'react'
import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { axeFindings } from '../../../tests/fake/axe'
import { fakeClient } from '../../../tests/fake/client'
import { stage } from '../../../tests/fake/stage'
import type { Client, News } from '../../core/client'
import type { Photo, PhotoDoc, Project } from '../../core/project'
import type { Scene } from '../../core/scene/document'
import '../../ui/style.css'
import Studio from './Studio'

const room = stage()

interface Seen {
  /** Every scene that was committed, in order. */
  readonly edits: (Scene | null)[]
  readonly asked: { doc: PhotoDoc; width: number; height: number }[]
  readonly bitmaps: ImageBitmap[]
}

/** The studio over a client without an engine, whose news it follows. */
async function open(change: Partial<Client> = {}): Promise<Seen> {
  await page.viewport(1280, 900)
  const fake = fakeClient({ photos: [4] })
  const seen: Seen = { edits: [], asked: [], bitmaps: [] }
  const client: Client = {
    ...fake,
    async editPhotos(edits) {
      seen.edits.push(...edits.map(({ doc }) => doc.scene))
      await fake.editPhotos(edits)
    },
    scenePicture(photo, doc, frame, hear) {
      seen.asked.push({ doc, ...frame })
      return fake.scenePicture(photo, doc, frame, (bitmap, share) => {
        seen.bitmaps.push(bitmap)
        hear(bitmap, share)
      })
    },
    ...change,
  }
  let hear: (news: News) => void = () => {}
  await client.listen((news) => hear(news))
  function Desk() {
    const [project, setProject] = useState<Project | null>(null)
    const [photos, setPhotos] = useState<readonly Photo[]>([])
    useEffect(() => {
      hear = (news) => {
        if (news.opened) {
          setProject(news.opened.project)
          // Histories last as long as the page: each test has photos of its own.
          setPhotos(news.opened.photos)
        }
        if (news.photos) setPhotos((was) => was.map((photo) => news.photos?.find(({ id }) => id === photo.id) ?? photo))
      }
      void client.openProject('project-1')
    }, [])
    const photo = photos[nth]
    if (!project || !photo) return null
    return (
      <div style={{ height: '100dvh' }}>
        <Studio client={client} project={project} photo={photo} photos={photos} go={() => {}} readOnly={false} />
      </div>
    )
  }
  room.show(<Desk />)
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  return seen
}
let nth = 0

const tab = (name: string) => page.getByRole('tab', { name })
const lamp = (name: RegExp) => page.getByRole('application', { name: /^Plan/ }).getByRole('button', { name })
const focus = (element: Element) => (element as SVGElement).focus()
const lightOf = (scene: Scene | null | undefined, id: string) => scene?.lights.find((light) => light.id === id)

it('shows a set at once, commits nothing before anything is chosen, and closes every bitmap', async () => {
  const seen = await open()
  await expect.poll(() => seen.bitmaps.length).toBe(4)
  expect(seen.asked[0]?.doc.scene?.lights.length).toBeGreaterThan(0)
  expect(seen.edits).toEqual([])
  await expect.poll(() => seen.bitmaps.every(({ width }) => width === 0)).toBe(true)
  const { width, height } = seen.asked[0] ?? { width: 0, height: 1 }
  expect(width / height).toBeCloseTo(1, 1)
})

it('wears a chosen scene, and undo leads back', async () => {
  const seen = await open()
  await page.getByLabelText('Trade').selectOptions('Watches')
  await page.getByRole('button', { name: /^Slate and strip/ }).click()
  await expect.poll(() => seen.edits.length).toBe(1)
  expect(seen.edits[0]?.ground.material.kind).toBe('slate')
  await expect.element(page.getByRole('button', { name: /^Slate and strip/ })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => seen.edits.at(-1)).toBeNull()
})

it('moves a light on the plan by key: seen while the key is down, committed once when it is let go', async () => {
  nth = 1
  const seen = await open()
  await tab('Light').click()
  focus(lamp(/^Key softbox/).element())
  const before = seen.asked.at(-1)?.doc.scene
  await userEvent.keyboard('{ArrowRight>3/}')
  await expect.poll(() => seen.edits.length).toBe(1)
  const [was, is] = [lightOf(before, 'key'), lightOf(seen.edits[0], 'key')]
  expect(is?.azimuth).toBeGreaterThan(was?.azimuth ?? 0)
  await expect.element(lamp(/^Key softbox/)).toHaveAttribute('aria-pressed', 'true')
})

it('drags a light on the plan, committed once; Escape puts it back', async () => {
  nth = 2
  const seen = await open()
  await tab('Light').click()
  const shape = lamp(/^Rim strip light/).element()
  const box = shape.querySelector('.plan-grip')?.getBoundingClientRect() ?? new DOMRect()
  const point = (type: string, x: number, y: number) =>
    shape.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        button: 0,
        clientX: box.x + box.width / 2 + x,
        clientY: box.y + box.height / 2 + y,
      }),
    )
  shape.setPointerCapture = () => {}
  const asked = seen.asked.length
  point('pointerdown', 0, 0)
  for (const step of [5, 15, 30]) {
    point('pointermove', step, 0)
    await new Promise((go) => requestAnimationFrame(go))
  }
  await expect.poll(() => seen.asked.length).toBeGreaterThan(asked)
  expect(seen.edits).toEqual([])
  point('pointerup', 30, 0)
  await expect.poll(() => seen.edits.length).toBe(1)
  const rim = lightOf(seen.edits[0], 'rim')
  point('pointerdown', 30, 0)
  await new Promise((go) => requestAnimationFrame(go))
  point('pointermove', 60, 10)
  focus(shape)
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => lightOf(seen.asked.at(-1)?.doc.scene, 'rim')).toEqual(rim)
  expect(seen.edits).toHaveLength(1)
})

it('sets power with one commit for each press, mutes, adds and removes lights', async () => {
  nth = 3
  const seen = await open()
  await tab('Light').click()
  await page.getByRole('button', { name: /^Key softbox −0.4/ }).click()
  const power = page.getByRole('slider', { name: 'Power', exact: true })
  focus(power.element())
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(() => seen.edits.map((scene) => lightOf(scene, 'key')?.power)).toEqual([-0.3])
  const ratio = page.getByLabelText('Key to fill')
  await expect.element(ratio).toHaveTextContent(/^[\d.]+ : 1$/)
  await page.getByRole('button', { name: 'Key softbox on' }).click()
  await expect.element(page.getByText('no key light')).toBeVisible()
  await page.getByRole('button', { name: 'Octabox' }).click()
  await expect.poll(() => seen.edits.at(-1)?.lights.length).toBe(3)
  await userEvent.keyboard('{Delete}')
  await expect.poll(() => seen.edits.at(-1)?.lights.length).toBe(2)
})

it('shows one light alone without committing anything', async () => {
  nth = 0
  const seen = await open()
  await tab('Light').click()
  const edits = seen.edits.length
  await page.getByRole('button', { name: 'Rim strip light alone' }).click()
  await expect.poll(() => seen.asked.at(-1)?.doc.scene?.lights.map(({ on }) => on)).toEqual([false, true])
  await page.getByRole('button', { name: 'All lights' }).click()
  await expect.poll(() => seen.asked.at(-1)?.doc.scene?.lights.map(({ on }) => on)).toEqual([true, true])
  expect(seen.edits).toHaveLength(edits)
})

it('adds a companion of the project and takes it out again', async () => {
  const seen = await open()
  await tab('Group').click()
  await page.getByRole('button', { name: 'Add mug-front.jpg' }).click()
  await expect.poll(() => seen.edits.at(-1)?.products.map(({ photo }) => photo)).toEqual([null, 'p2'])
  const height = page.getByLabelText('True height of mug-front.jpg, mm')
  await height.fill('95')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => seen.edits.at(-1)?.products[1]?.size).toEqual({ by: 'height', height: 95 })
  await page.getByRole('button', { name: 'Take mug-front.jpg out of the set' }).click()
  await expect.poll(() => seen.edits.at(-1)?.products.length).toBe(1)
})

it('reads a description, says which words it used and what they did, and names the rest', async () => {
  nth = 3
  const seen = await open()
  await userEvent.keyboard('/')
  const field = page.getByLabelText('Say it in words')
  await expect.element(field).toHaveFocus()
  await field.fill('on white marble, 50 mm, frobnicate')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => seen.edits.length).toBe(1)
  expect(seen.edits[0]?.ground.material.kind).toBe('marble')
  expect(seen.edits[0]?.camera.focal).toBe(50)
  await expect.element(page.getByRole('term').filter({ hasText: 'marble' })).toBeVisible()
  await expect.element(page.getByText('Not understood: “frobnicate”')).toBeVisible()
  await userEvent.keyboard('{Escape}{Escape}')
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(() => seen.edits.at(-1)?.ground.material.kind).not.toBe('marble')
})

it('gives its look to the other photos, and takes it back', async () => {
  nth = 0
  const seen = await open()
  await tab('Surfaces').click()
  await page.getByRole('combobox', { name: 'Ground' }).selectOptions('Slate')
  await tab('Looks').click()
  await page.getByRole('button', { name: 'Give it to 3 other photos' }).click()
  await expect.poll(() => seen.edits.length).toBe(4)
  expect(seen.edits.slice(1).map((scene) => scene?.ground.material.kind)).toEqual(['slate', 'slate', 'slate'])
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect.poll(() => seen.edits.length).toBe(7)
  expect(seen.edits.slice(4).every((scene) => scene?.ground.material.kind !== 'slate')).toBe(true)
})

it('puts a photo behind the set, moves its horizon by key, and sets the key light by a shadow in it', async () => {
  nth = 2
  const seen = await open()
  await tab('Surfaces').click()
  await page.getByRole('combobox', { name: 'Behind the set' }).selectOptions('Own photo')
  const field = page.getByLabelText('Backdrop photo', { exact: true })
  await userEvent.upload(field, new File(['no photo'], 'notes.txt', { type: 'text/plain' }))
  await expect.element(page.getByRole('alert')).toHaveTextContent('“notes.txt”')
  expect(seen.edits).toEqual([])
  await userEvent.upload(field, new File(['a photo'], 'shelf.jpg', { type: 'image/jpeg' }))
  await expect.poll(() => seen.edits.at(-1)?.backdrop.kind).toBe('plate')
  const before = seen.edits.at(-1)?.camera.tilt ?? 0
  focus(page.getByRole('button', { name: /^Horizon:/ }).element())
  await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
  await expect.poll(() => seen.edits.at(-1)?.camera.tilt).toBeGreaterThan(before + 1)
  await page.getByRole('combobox', { name: 'Mark over the picture' }).selectOptions('A shadow, for the key light')
  await expect.element(page.getByRole('button', { name: /^Tip of its shadow:/ })).toBeInTheDocument()
  const key = lightOf(seen.edits.at(-1), 'key')
  await page.getByRole('button', { name: 'Set the key light' }).click()
  // The shadow's tip lies to the right of the foot: the light comes from the left.
  await expect.poll(() => lightOf(seen.edits.at(-1), 'key')?.azimuth).not.toBe(key?.azimuth)
  expect(lightOf(seen.edits.at(-1), 'key')?.azimuth).toBeLessThan(0)
  expect(await axeFindings()).toEqual([])
})

it('takes a 3D file, chosen or dropped, and says what became of it; one that is refused leaves the set alone', async () => {
  nth = 1
  let refuses = false
  const fake = fakeClient({ photos: [4] })
  const seen = await open({
    async importModel(photo, file) {
      if (refuses)
        throw new Error('fault:{"code":"model-damaged","sentence":"“b.glb”: damaged.","remedy":"Export it again.","retry":false}')
      return await fake.importModel(photo, file)
    },
  })
  await tab('Props').click()
  const chair = new File(['x'], 'Oak chair.glb')
  await userEvent.upload(page.elementLocator(document.querySelector('input[aria-label="3D file"]') as Element), chair)
  await expect.element(page.getByRole('button', { name: 'Remove Oak chair' })).toBeVisible()
  await expect.element(page.getByText('Not shown: the file’s animations.')).toBeVisible()
  expect(seen.edits.at(-1)?.props.at(-1)?.model).toMatchObject({ file: 'e'.repeat(64), dress: 'file' })
  await page.getByRole('combobox', { name: 'Looks' }).selectOptions('One of the set’s materials')
  await expect.poll(() => seen.edits.at(-1)?.props.at(-1)?.model?.dress).toBe('material')
  await expect.element(page.getByRole('combobox', { name: 'Made of' })).toBeVisible()

  refuses = true
  const before = seen.edits.length
  const dropped = new DataTransfer()
  dropped.items.add(new File(['x'], 'b.glb'))
  document.querySelector('.set-drop')?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: dropped }))
  await expect.element(page.getByRole('alert')).toHaveTextContent('“b.glb”: damaged. Export it again.')
  expect(seen.edits.length).toBe(before)
})

it('says what went wrong and what to do, and tries again', async () => {
  let fails = true
  const fake = fakeClient({ photos: [4] })
  await fake.listen(() => {})
  await open({
    scenePicture: async (photo, doc, frame, hear) => {
      if (fails)
        throw new Error('fault:{"code":"no-webgl","sentence":"This browser cannot render sets.","remedy":"Turn WebGL on.","retry":true}')
      return fake.scenePicture(photo, doc, frame, hear)
    },
  })
  await expect.element(page.getByRole('alert')).toHaveTextContent(/This browser cannot render sets\..*Turn WebGL on\./)
  fails = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
})

it('has a name for every control of every part', async () => {
  await open()
  for (const name of ['Scenes', 'Light', 'Camera', 'Surfaces', 'Props', 'Product', 'Group', 'Looks']) {
    await tab(name).click()
    await expect.element(tab(name)).toHaveAttribute('aria-selected', 'true')
    expect(await axeFindings(), name).toEqual([])
  }
})

it('brings the light of a group’s photos to the hero’s in one step, and takes it back', async () => {
  nth = 0
  const seen = await open()
  await tab('Group').click()
  await page.getByRole('button', { name: /^Add / }).first().click()
  await expect.poll(() => seen.edits.at(-1)?.products.length).toBe(2)
  await page.getByRole('button', { name: 'Bring together' }).click()
  await expect.poll(() => seen.edits.at(-1)?.products[1]?.balance?.exposure ?? 0).toBeGreaterThan(0.3)
  expect(seen.edits.at(-1)?.products[1]?.balance?.warmth).toBeLessThan(-0.5)
  expect(seen.edits.at(-1)?.products[0]?.balance).toBeNull()
  await expect.element(page.getByText('Measured on its background.')).toBeVisible()
  await page.getByRole('button', { name: 'As photographed' }).click()
  await expect.poll(() => seen.edits.at(-1)?.products.every(({ balance }) => balance === null)).toBe(true)
  const [tall] = page.getByLabelText(/^True height of /).elements() as HTMLInputElement[]
  await page.getByLabelText(/^Times as high as the hero/).fill('0.5')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => seen.edits.at(-1)?.products[1]?.size).toMatchObject({ by: 'height' })
  const size = seen.edits.at(-1)?.products[1]?.size
  expect(size?.by === 'height' && size.height / Number(tall?.value)).toBeCloseTo(0.5, 2)
})

it('takes the tilt that the cutout tells, and undo gives the old one back', async () => {
  nth = 0
  const seen = await open()
  await tab('Camera').click()
  await expect.element(page.getByText(/^The round of the product says 12\.4° down/)).toBeVisible()
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect.poll(() => seen.edits.at(-1)?.camera.tilt).toBe(12.4)
  await expect.element(page.getByRole('button', { name: 'Use it' })).toBeDisabled()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => seen.edits.at(-1)?.camera.tilt).not.toBe(12.4)
})

it('finds the photo’s camera from an oval that is laid on its rim, by keys; Cancel leaves the set alone', async () => {
  nth = 1
  const seen = await open()
  await tab('Camera').click()
  await page.getByRole('button', { name: 'Match by hand…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Match the photo' })
  const says = dialog.getByRole('status')
  await expect.element(says).toHaveTextContent(/^\d+\.\d° down$/)
  expect(await axeFindings()).toEqual([])
  const tilt = () => Number.parseFloat(says.element().textContent ?? '')
  const before = tilt()
  // A wider view of the same circle is one from higher up.
  focus(dialog.getByRole('button', { name: /^Rim, nearest point/ }).element())
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
  await expect.poll(tilt).toBeGreaterThan(before)
  await dialog.getByRole('switch', { name: 'Two upright edges' }).click()
  await expect.element(dialog.getByRole('button', { name: /^Left edge, top/ })).toBeVisible()
  // Upright lines are those of a level view, which that rim is not.
  await expect.element(says).toHaveTextContent(/contradict/)
  await expect.element(dialog.getByRole('button', { name: 'Use this camera' })).toBeDisabled()
  await dialog.getByRole('switch', { name: 'Two upright edges' }).click()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(seen.edits).toEqual([])

  await page.getByRole('button', { name: 'Match by hand…' }).click()
  await expect.element(says).toHaveTextContent(/^\d+\.\d° down$/)
  const found = tilt()
  await dialog.getByRole('button', { name: 'Use this camera' }).click()
  await expect.poll(() => seen.edits.length).toBe(1)
  expect(seen.edits[0]?.camera.tilt).toBeCloseTo(found, 1)
})
