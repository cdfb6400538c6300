import { useEffect, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { fakeClient } from '../../../tests/fake/client'
import type { Client, News } from '../../core/client'
import { fail } from '../../core/fault'
import type { Photo, PhotoDoc, Project } from '../../core/project'
import '../../ui/style.css'
import Editor from './Editor'

let root: Root | null = null
afterEach(() => {
  root?.unmount()
  document.body.replaceChildren()
})

interface Asked {
  readonly which: string
  readonly side: number
  readonly doc: PhotoDoc | undefined
}
interface Seen {
  /** The first photo's documents, as the engine got them. */
  readonly docs: PhotoDoc[]
  readonly asked: Asked[]
  readonly photo: () => Photo
  /** Lets a picture that waits go, with `hold`. */
  readonly gates: (() => void)[]
}

/** The editor over a client without an engine. With `hold`, every picture waits for its gate; `emptiedBy` so many repairs, nothing is left to show. */
async function open(wishes: { doc?: Partial<PhotoDoc>; hold?: boolean; emptiedBy?: number } = {}): Promise<Seen> {
  await page.viewport(1280, 800)
  const fake = fakeClient({ photos: [2] })
  let latest: Photo[] = []
  const seen: Seen = { docs: [], asked: [], gates: [], photo: () => latest[0] as Photo }
  const client: Client = {
    ...fake,
    async editPhotos(edits) {
      seen.docs.push(...edits.map(({ doc }) => doc))
      await fake.editPhotos(edits)
    },
    async picture(photo, which, side, doc) {
      seen.asked.push({ which, side, doc })
      if (wishes.hold) await new Promise<void>((go) => seen.gates.push(go))
      if (which === 'cutout' && doc?.repairs.length === wishes.emptiedBy) fail('no-product', 'No product was found.', 'Go closer.')
      return await fake.picture(photo, which, side, doc)
    },
  }
  let hear: (news: News) => void = () => {}
  await client.listen((news) => hear(news))
  function Desk() {
    const [project, setProject] = useState<Project | null>(null)
    const [photos, setPhotos] = useState<readonly Photo[]>([])
    const [at, go] = useState<string | null>(null)
    useEffect(() => {
      hear = (news) => {
        if (news.opened) setProject(news.opened.project)
        if (news.opened) latest = [...news.opened.photos]
        latest = latest.map((photo) => news.photos?.find(({ id }) => id === photo.id) ?? photo)
        setPhotos(latest)
      }
      void client.openProject('project-1').then(async () => {
        const first = latest[0] as Photo
        if (wishes.doc) await fake.editPhotos([{ id: first.id, doc: { ...first.doc, ...wishes.doc } }])
      })
    }, [])
    const photo = photos.find(({ id }) => id === at) ?? photos[0]
    if (!project || !photo) return null
    return (
      <div style={{ height: '100dvh' }}>
        <Editor client={client} project={project} photo={photo} photos={photos} networks={[]} go={go} readOnly={false} />
      </div>
    )
  }
  root = createRoot(document.body.appendChild(document.createElement('div')))
  root.render(<Desk />)
  if (!wishes.hold) await expect.element(page.getByRole('img', { name: /^Cutout of/ })).toBeVisible()
  return seen
}

const shown = () =>
  page
    .getByRole('img', { name: /^Original of/ })
    .element()
    .getBoundingClientRect()
const surface = () => page.getByRole('application').element() as HTMLElement
const tool = (name: string) => page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name, exact: true })

/** A pointer's way over the stage, in shares of the picture as it is shown. */
function drag(ways: readonly (readonly [number, number])[], held: PointerEventInit = {}) {
  const box = shown()
  const stage = surface()
  const fire = (type: string, [x, y]: readonly [number, number]) =>
    stage.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        pointerType: 'mouse',
        isPrimary: true,
        buttons: type === 'pointerup' ? 0 : 1,
        clientX: box.left + x * box.width,
        clientY: box.top + y * box.height,
        ...held,
      }),
    )
  const first = ways[0] as readonly [number, number]
  // A made-up pointer cannot be captured.
  for (const element of [stage, stage.closest('.stage') as HTMLElement]) element.setPointerCapture = () => {}
  fire('pointerdown', first)
  for (const way of ways.slice(1)) fire('pointermove', way)
  fire('pointerup', ways.at(-1) ?? first)
}

const pointsOf = (doc: PhotoDoc | undefined) => {
  const repair = doc?.repairs.at(-1)
  return repair && 'points' in repair ? repair.points : []
}
const near = (points: readonly (readonly number[])[], wanted: readonly (readonly [number, number])[]) => {
  expect(points).toHaveLength(wanted.length)
  for (const [i, [x, y]] of wanted.entries()) {
    expect(points[i]?.[0]).toBeCloseTo(x, 2)
    expect(points[i]?.[1]).toBeCloseTo(y, 2)
  }
}

describe('a stroke with the pointer', () => {
  it('is one repair in shares of the photo, and one step to undo', async () => {
    const seen = await open()
    await tool('Keep').click()
    drag([
      [0.25, 0.5],
      [0.3, 0.5],
      [0.5, 0.5],
      [0.5, 0.75],
    ])
    await expect.poll(() => seen.docs.length).toBe(1)
    expect(seen.docs[0]?.repairs).toMatchObject([{ act: 'select', to: 'keep', radius: 0.015 }])
    near(pointsOf(seen.docs[0]), [
      [0.25, 0.5],
      [0.5, 0.5],
      [0.5, 0.75],
    ])
    await expect.element(page.getByText('1 repair')).toBeVisible()
    expect(seen.photo().state.at).toBe('done')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => seen.docs.at(-1)?.repairs).toEqual([])
    await userEvent.keyboard('{Control>}y{/Control}')
    await expect.poll(() => seen.docs.at(-1)?.repairs.length).toBe(1)
  })

  it('lands where it was drawn at 200 %', async () => {
    const seen = await open()
    await tool('Eraser').click()
    await userEvent.keyboard('2')
    await expect.poll(() => Math.round(shown().width * devicePixelRatio)).toBe(8064)
    drag([
      [0.5, 0.5],
      [0.52, 0.5],
      [0.52, 0.54],
    ])
    await expect.poll(() => seen.docs.length).toBe(1)
    expect(seen.docs[0]?.repairs[0]).toMatchObject({ act: 'paint', to: 'remove' })
    for (const [i, [x, y]] of (
      [
        [0.5, 0.5],
        [0.52, 0.5],
        [0.52, 0.54],
      ] as const
    ).entries()) {
      expect(pointsOf(seen.docs[0])[i]?.[0]).toBeCloseTo(x, 4)
      expect(pointsOf(seen.docs[0])[i]?.[1]).toBeCloseTo(y, 4)
    }
  })

  it('is turned back to the unturned photo', async () => {
    const seen = await open({ doc: { turn: 1 } })
    await expect.poll(() => seen.photo().doc.turn).toBe(1)
    await tool('Remove').click()
    // Clockwise once: what is shown at the right (0.9) is the photo's top (1 - 0.9).
    drag([
      [0.9, 0.2],
      [0.6, 0.2],
    ])
    await expect.poll(() => seen.docs.length).toBe(1)
    near(pointsOf(seen.docs[0]), [
      [0.2, 0.1],
      [0.2, 0.4],
    ])
  })

  it('is straight with Shift, turned round with Alt, and gone with a second finger or Escape', async () => {
    const seen = await open()
    await tool('Brush').click()
    drag(
      [
        [0.3, 0.3],
        [0.35, 0.6],
        [0.4, 0.2],
        [0.6, 0.6],
      ],
      { shiftKey: true, altKey: true },
    )
    await expect.poll(() => seen.docs.length).toBe(1)
    expect(seen.docs[0]?.repairs[0]).toMatchObject({ act: 'paint', to: 'remove' })
    near(pointsOf(seen.docs[0]), [
      [0.3, 0.3],
      [0.6, 0.6],
    ])
    const finger = (type: string, pointerId: number, x: number) =>
      surface().dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId, pointerType: 'touch', clientX: x, clientY: 300 }))
    finger('pointerdown', 7, 400)
    finger('pointermove', 7, 450)
    finger('pointerdown', 8, 600)
    finger('pointermove', 8, 700)
    finger('pointerup', 8, 700)
    finger('pointerup', 7, 450)
    expect(seen.docs).toHaveLength(1)
    await userEvent.keyboard('{Escape}')
    await expect.element(tool('Move')).toHaveAttribute('aria-pressed', 'true')
  })

  it('beside the photo is none', async () => {
    const seen = await open()
    await tool('Keep').click()
    drag([
      [-0.3, 0.5],
      [-0.2, 0.5],
    ])
    await new Promise((go) => setTimeout(go, 50))
    expect(seen.docs).toHaveLength(0)
  })
})

describe('shapes', () => {
  it('are closed by Enter or a click on the first corner, and keep or remove what is inside', async () => {
    const seen = await open()
    await tool('Polygon').click()
    await page.getByRole('radio', { name: 'Keep' }).click({ force: true })
    for (const at of [
      [0.2, 0.2],
      [0.6, 0.2],
      [0.4, 0.7],
    ] as const)
      drag([at])
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => seen.docs.length).toBe(1)
    expect(seen.docs[0]?.repairs[0]).toMatchObject({ act: 'shape', to: 'keep' })
    near(pointsOf(seen.docs[0]), [
      [0.2, 0.2],
      [0.6, 0.2],
      [0.4, 0.7],
    ])
    for (const at of [
      [0.2, 0.2],
      [0.6, 0.2],
      [0.4, 0.7],
      [0.2, 0.2],
    ] as const)
      drag([at])
    await expect.poll(() => seen.docs.length).toBe(2)
    await userEvent.keyboard('m')
    drag([
      [0.1, 0.1],
      [0.4, 0.3],
    ])
    await expect.poll(() => seen.docs.length).toBe(3)
    near(pointsOf(seen.docs[2]), [
      [0.1, 0.1],
      [0.4, 0.1],
      [0.4, 0.3],
      [0.1, 0.3],
    ])
  })

  it('are dropped by Escape, which keeps the tool', async () => {
    const seen = await open()
    await tool('Polygon').click()
    drag([[0.2, 0.2]])
    drag([[0.6, 0.2]])
    await userEvent.keyboard('{Escape}{Enter}')
    await expect.element(tool('Polygon')).toHaveAttribute('aria-pressed', 'true')
    expect(seen.docs).toHaveLength(0)
  })

  it('an object is chosen by a click', async () => {
    const seen = await open()
    await tool('Choose object').click()
    drag([[0.4, 0.6]])
    await expect.poll(() => seen.docs[0]?.repairs[0]?.act).toBe('choose')
  })
})

describe('by keyboard alone', () => {
  it('a stroke is drawn: letter, arrows, Space down, arrows, Space up', async () => {
    const seen = await open()
    await userEvent.keyboard('k')
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('application')
    await userEvent.keyboard('{ArrowLeft} {Shift>}{ArrowRight}{ArrowRight}{/Shift} ')
    await expect.poll(() => seen.docs.length).toBe(1)
    const [from, to] = pointsOf(seen.docs[0])
    const { width } = shown()
    expect(((to?.[0] ?? 0) - (from?.[0] ?? 0)) * width).toBeCloseTo(80, 0)
    expect(to?.[1]).toBe(from?.[1])
  })

  it('brackets make the brush smaller and larger, and lead to other photos only without a tool', async () => {
    const seen = await open()
    await userEvent.keyboard('b]]]')
    drag([[0.5, 0.5]])
    await expect.poll(() => seen.docs.length).toBe(1)
    // One bracket is written as two, since user-event gives it a meaning of its own.
    await userEvent.keyboard('[[[[[[[[')
    drag([[0.6, 0.5]])
    await expect.poll(() => seen.docs.length).toBe(2)
    const radii = seen.docs[1]?.repairs.map((repair) => ('radius' in repair ? repair.radius : 0)) ?? []
    expect(radii[0]).toBeCloseTo(0.015 * 1.25 ** 3, 5)
    expect(radii[1]).toBeCloseTo(0.015 / 1.25, 5)
    expect(page.getByRole('heading', { level: 1 }).element().textContent).toBe('IMG_4021.HEIC')
    await userEvent.keyboard('v]')
    await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('IMG_4022.HEIC')
  })

  it('Space moves the photo while there is no crosshair', async () => {
    const seen = await open()
    await tool('Brush').click()
    await userEvent.keyboard('{ >}')
    await expect.poll(() => document.querySelector('[data-space]')).not.toBeNull()
    drag([
      [0.5, 0.5],
      [0.6, 0.6],
    ])
    await userEvent.keyboard('{/ }')
    expect(seen.docs).toHaveLength(0)
  })
})

describe('the whole edge', () => {
  it('a slider shows each step at once and is one edit when it is let go', async () => {
    const seen = await open()
    const slider = page.getByRole('slider', { name: 'Looser / tighter' }).element() as HTMLInputElement
    const set = (value: number) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, String(value))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    }
    for (const value of [1, 2, 3]) {
      set(value)
      await expect.poll(() => seen.asked.at(-1)?.doc?.edge.looser).toBe(value)
    }
    expect(seen.docs).toHaveLength(0)
    slider.dispatchEvent(new Event('change', { bubbles: true }))
    await expect.poll(() => seen.docs.map(({ edge }) => edge.looser)).toEqual([3])
    await page.getByRole('switch', { name: 'See-through' }).click()
    await page.getByRole('button', { name: 'Fill holes' }).click()
    await page.getByRole('button', { name: 'Keep largest' }).click()
    expect(seen.docs.at(-1)).toMatchObject({ seeThrough: true, edge: { looser: 3 }, repairs: [{ act: 'fill-holes' }, { act: 'largest' }] })
    await page.getByRole('button', { name: 'Remove all repairs' }).click()
    expect(seen.docs.at(-1)).toMatchObject({ repairs: [], edge: { looser: 3 } })
  })

  it('asks for one picture at a time; what was wanted in between is never made, and the last wish is what stays', async () => {
    const seen = await open({ hold: true })
    await userEvent.keyboard('x')
    const cutouts = () => seen.asked.filter(({ which }) => which === 'cutout')
    const pass = async () => {
      for (const go of seen.gates.splice(0)) go()
      await new Promise((go) => setTimeout(go, 30))
    }
    await expect.poll(() => cutouts().length).toBe(1)
    await pass()
    for (let n = 0; n < 4; n++) await page.getByRole('button', { name: 'Fill holes' }).click()
    expect(cutouts().filter(({ doc }) => (doc?.repairs.length ?? 0) > 0)).toHaveLength(1)
    await pass()
    await expect.poll(() => cutouts().at(-1)?.doc?.repairs.length).toBe(4)
    const made = cutouts().map(({ doc }) => doc?.repairs.length)
    expect(made).not.toContain(2)
    expect(made).not.toContain(3)
  })
})

it('says when nothing is left of the product, until that is undone', async () => {
  await open({ emptiedBy: 1 })
  await page.getByRole('button', { name: 'Keep largest' }).click()
  await expect.element(page.getByText(/Nothing is left of the product/)).toBeVisible()
  await expect.element(page.getByRole('img', { name: /^Cutout of/ })).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.element(page.getByText(/Nothing is left of the product/)).not.toBeInTheDocument()
  await expect.element(page.getByRole('img', { name: /^Cutout of/ })).toBeVisible()
})
