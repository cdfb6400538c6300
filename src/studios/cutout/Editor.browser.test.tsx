import { useEffect, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { fakeClient } from '../../../tests/fake/client'
import type { Client, News } from '../../core/client'
import type { OwnNetwork } from '../../core/network'
import type { Photo, Project } from '../../core/project'
import '../../ui/style.css'
import Editor from './Editor'

let root: Root | null = null
afterEach(() => {
  root?.unmount()
  document.body.replaceChildren()
})

interface Seen {
  readonly client: Client
  readonly went: (string | null)[]
  readonly asked: { which: string; side: number }[]
  readonly bitmaps: ImageBitmap[]
}

/** The editor over a client without an engine, whose news it follows. */
async function open(wait = 0): Promise<Seen> {
  await page.viewport(1280, 800)
  const fake = fakeClient({ photos: [4] })
  const seen: Seen = { client: fake, went: [], asked: [], bitmaps: [] }
  const client: Client = {
    ...fake,
    async picture(photo, which, side) {
      seen.asked.push({ which, side })
      const bitmap = await fake.picture(photo, which, side)
      seen.bitmaps.push(bitmap)
      if (wait > 0) await new Promise((go) => setTimeout(go, wait))
      return bitmap
    },
  }
  let hear: (news: News) => void = () => {}
  await client.listen((news) => hear(news))
  function Desk() {
    const [project, setProject] = useState<Project | null>(null)
    const [photos, setPhotos] = useState<readonly Photo[]>([])
    const [networks, setNetworks] = useState<readonly OwnNetwork[]>([])
    const [at, go] = useState<string | null>(null)
    useEffect(() => {
      hear = (news) => {
        if (news.networks) setNetworks(news.networks)
        if (news.opened) {
          setProject(news.opened.project)
          setPhotos(news.opened.photos)
          go(news.opened.photos[0]?.id ?? null)
        }
        if (news.photos) setPhotos((was) => was.map((photo) => news.photos?.find(({ id }) => id === photo.id) ?? photo))
      }
      void client.openProject('project-1')
    }, [])
    const photo = photos.find(({ id }) => id === at)
    if (!project || !photo) return null
    const leave = (to: string | null) => {
      seen.went.push(to)
      if (to) go(to)
    }
    return (
      <div style={{ height: '100dvh' }}>
        <Editor client={client} project={project} photo={photo} photos={photos} networks={networks} go={leave} readOnly={false} />
      </div>
    )
  }
  const place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  root.render(<Desk />)
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  return seen
}

const divider = () => page.getByRole('slider', { name: 'Compare before and after' })

it('moves the divider by keyboard', async () => {
  await open()
  const input = divider()
  await expect.element(input).toHaveValue('500')
  ;(input.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await expect.element(input).toHaveValue('540')
  await expect.element(input).toHaveAttribute('aria-valuetext', 'Original on the left 54 %, cutout on the right 46 %')
})

it('asks for a small picture first, for all of it at 100 %, and hands every bitmap over', async () => {
  const seen = await open()
  await expect.element(page.getByRole('img', { name: /^Cutout of/ })).toBeVisible()
  expect(Math.max(...seen.asked.map(({ side }) => side))).toBeLessThanOrEqual(1536)
  await userEvent.keyboard('1')
  await expect.poll(() => seen.asked.map(({ side }) => side)).toContain(4032)
  const shown = page.getByRole('img', { name: /^Original of/ }).element()
  await expect.poll(() => Math.round(shown.getBoundingClientRect().width * devicePixelRatio)).toBe(4032)
  await expect.poll(() => seen.bitmaps.every(({ width }) => width === 0)).toBe(true)
})

it('closes a picture that comes after the photo was left', async () => {
  const seen = await open(150)
  await expect.poll(() => seen.asked.length).toBeGreaterThan(0)
  root?.unmount()
  await expect.poll(() => seen.bitmaps.length > 0 && seen.bitmaps.every(({ width }) => width === 0)).toBe(true)
})

it('undoes and redoes what was typed and turned, and Escape takes typing back', async () => {
  await open()
  const sku = page.getByLabelText('SKU')
  await sku.fill('MUG-1')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeEnabled()
  await sku.fill('MUG-2')
  await userEvent.keyboard('{Escape}')
  await expect.element(sku).toHaveValue('MUG-1')
  await userEvent.keyboard('r')
  await userEvent.keyboard('{Control>}z{/Control}')
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(sku).toHaveValue('')
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeDisabled()
  await userEvent.keyboard('{Control>}y{/Control}')
  await expect.element(sku).toHaveValue('MUG-1')
})

it('goes to the next photo and back to all of them by key, and keeps the view', async () => {
  const seen = await open()
  await userEvent.keyboard('a')
  await expect.element(page.getByRole('radio', { name: 'Alpha' })).toBeChecked()
  await userEvent.keyboard(']')
  await expect.poll(() => seen.went.length).toBe(1)
  await expect.element(page.getByRole('radio', { name: 'Alpha' })).toBeChecked()
  await userEvent.keyboard('c?')
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  expect(seen.went).toHaveLength(1)
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => seen.went.at(-1)).toBeNull()
})
