import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../ui/style.css'
import './app.css'
import { axeFindings } from '../../tests/fake/axe'
import { type FakeWishes, fakeClient } from '../../tests/fake/client'
import { App } from './App'
import { EMPTY, follow, useStudio } from './store'
import { useToasts } from './toasts'

let root: Root
let place: HTMLElement

async function open(hash: string, wishes: FakeWishes) {
  location.hash = hash
  const client = fakeClient(wishes)
  await follow(client)
  root = createRoot(place)
  root.render(<App client={client} />)
}

const photos = page.getByRole('list', { name: 'Photos' })
const card = (name: string) => photos.getByRole('listitem', { name, exact: true })
const count = () => photos.getByRole('listitem').elements().length

beforeEach(async () => {
  await page.viewport(1200, 800)
  place = document.body.appendChild(document.createElement('div'))
  place.id = 'root'
})

afterEach(() => {
  root.unmount()
  place.remove()
  useStudio.setState(EMPTY, true)
  useToasts.setState([], true)
})

describe('the first screen', () => {
  it('takes chosen files into a new project named after the day', async () => {
    await open('#/', {})
    const region = page.getByRole('region', { name: 'Add photos' })
    await expect.element(region.getByRole('button', { name: 'Choose photos' })).toBeVisible()
    const input = place.querySelector<HTMLInputElement>('input[type=file][multiple]:not([webkitdirectory])')
    const files = new DataTransfer()
    for (const name of ['one.jpg', 'two.png']) files.items.add(new File(['x'], name, { type: 'image/jpeg' }))
    if (!input) throw new Error('no chooser')
    input.files = files.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    await expect.element(card('one.jpg').getByText('Done', { exact: true })).toBeVisible()
    await expect.element(card('two.png')).toBeVisible()
    const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }).format(new Date())
    await expect.element(page.getByRole('textbox', { name: 'Project name' })).toHaveValue(day)
  })

  it('takes files dropped anywhere on the window', async () => {
    await open('#/', {})
    await expect.element(page.getByRole('region', { name: 'Add photos' })).toBeVisible()
    const data = new DataTransfer()
    data.items.add(new File(['x'], 'dropped.jpg', { type: 'image/jpeg' }))
    window.dispatchEvent(new DragEvent('dragenter', { dataTransfer: data, cancelable: true }))
    await expect.element(page.getByText('Drop to add to a new project')).toBeVisible()
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }))
    await expect.element(card('dropped.jpg')).toBeVisible()
    await expect.element(page.getByText('Drop to add to a new project')).not.toBeInTheDocument()
  })
})

describe('the list', () => {
  it('says each photo’s true state', async () => {
    await open('#/project/project-1', { photos: [12] })
    await expect.element(card('mug-front.jpg').getByText('Done', { exact: true })).toBeVisible()
    await expect.element(card('Leather boot, left.png').getByText('Needs a look: several objects, faint edge')).toBeVisible()
    const failed = card('IMG_4034.jpg')
    await expect.element(failed.getByText('Failed', { exact: true })).toBeVisible()
    await expect.element(failed.getByText(/The file ends in the middle of the picture/)).toBeVisible()
    await failed.getByRole('button', { name: 'Try again' }).click()
    await expect.element(failed.getByText('Waiting', { exact: true })).toBeVisible()
  })

  it('is worked by keyboard: select, extend, remove, undo', async () => {
    await open('#/project/project-1', { photos: [8] })
    await expect.element(card('IMG_4021.HEIC')).toBeVisible()
    card('IMG_4021.HEIC').getByRole('link').element().focus()
    await userEvent.keyboard(' ')
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
    await expect.element(page.getByText('3 photos selected')).toBeVisible()
    await userEvent.keyboard('{Delete}')
    await expect.element(page.getByText('3 photos removed')).toBeVisible()
    await expect.poll(count).toBe(5)
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Open mug-side.jpg')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(count).toBe(8)
    expect(photos.getByRole('listitem').elements()[0]?.getAttribute('aria-label')).toBe('IMG_4021.HEIC')
    card('mug-front.jpg').getByRole('link').element().focus()
    await userEvent.keyboard('{Backspace}')
    await expect.poll(count).toBe(7)
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(count).toBe(8)
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.element(page.getByText('8 photos selected')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByText('8 photos selected')).not.toBeInTheDocument()
  })

  it('removes all that is selected however soon the key follows', async () => {
    await open('#/project/project-1', { photos: [8] })
    await expect.element(card('IMG_4021.HEIC')).toBeVisible()
    const link = card('IMG_4021.HEIC').getByRole('link').element() as HTMLElement
    link.focus()
    const press = (key: string, ctrlKey = false) =>
      link.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }))
    press('a', true)
    await Promise.resolve()
    press('Delete')
    await expect.element(page.getByText('8 photos removed')).toBeVisible()
  })

  it('filters by what needs a person', async () => {
    await open('#/project/project-1', { photos: [37] })
    await expect.poll(count).toBe(37)
    await page.getByRole('radio', { name: /Failed/ }).click({ force: true })
    await expect.poll(count).toBe(2)
    await page.getByRole('radio', { name: /All/ }).click({ force: true })
    await expect.poll(count).toBe(37)
  })
})

it('shows the least sure cutout first, and why it needs a look', async () => {
  await open('#/project/project-1', { photos: [9] })
  await expect.poll(count).toBe(9)
  await page.getByRole('combobox', { name: 'Sort by' }).selectOptions('confidence')
  await expect.poll(() => photos.getByRole('listitem').elements()[0]?.getAttribute('aria-label')).toBe('DSC_0192.JPG')
  await expect.element(card('DSC_0192.JPG').getByText('Needs a look: likely wrong (41 % sure)')).toBeVisible()
  await page.getByRole('radio', { name: /Needs a look/ }).click({ force: true })
  await expect.poll(count).toBe(2)
})

it('opens a network of one’s own, says how it did, chooses it, and removes it', async () => {
  await open('#/project/project-1', { photos: [2] })
  await page.getByRole('radio', { name: 'Best' }).click({ force: true })
  await expect.element(page.getByRole('radio', { name: 'Best' })).toBeChecked()
  await page.getByRole('button', { name: 'Your own network…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your own network' })
  await expect.element(dialog.getByText(/its licence allows commercial use/)).toBeVisible()
  await userEvent.upload(page.getByLabelText('Network file'), new File(['x'], 'u2netp.onnx'))
  await expect.element(dialog.getByText('u2netp works.')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('radio', { name: 'Own' })).toBeChecked()
  await page.getByRole('button', { name: 'Your own network…' }).click()
  await dialog.getByRole('button', { name: 'Remove u2netp' }).click()
  await expect.element(dialog.getByRole('list')).not.toBeInTheDocument()
})

it('names no project and no photo in the title, which browsers write into their history', async () => {
  await open('#/project/project-1', { photos: [2] })
  await expect.poll(() => document.title).toBe('Project · Vitrine')
  await card('IMG_4021.HEIC').getByRole('link').click()
  await expect.poll(() => document.title).toBe('Photo · Vitrine')
})

it('holds a batch, lets it go on, and ends it', async () => {
  await open('#/project/project-1', { photos: [9], pace: 20_000 })
  await expect.element(page.getByRole('progressbar', { name: 'Batch' })).toBeVisible()
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect.element(page.getByText('4 of 9 · paused')).toBeVisible()
  await page.getByRole('button', { name: 'Resume' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.element(page.getByText('4 done, 5 cancelled')).toBeVisible()
})

it('changes nothing where another tab has the project', async () => {
  await open('#/project/project-1', { photos: [3], writable: false })
  await expect.element(page.getByText(/open in another tab/)).toBeVisible()
  expect(page.getByRole('region', { name: 'Add photos' }).elements()).toHaveLength(0)
  card('IMG_4021.HEIC').getByRole('link').element().focus()
  await userEvent.keyboard('{Delete}')
  await new Promise((go) => setTimeout(go, 100))
  expect(count()).toBe(3)
})

it('says when a project deletes itself, and lets one choose', async () => {
  await open('#/project/project-2', { photos: [2, 3] })
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'How long it is kept…' }).click()
  const dialog = page.getByRole('dialog', { name: 'How long it is kept' })
  await expect.element(dialog.getByRole('radio', { name: 'Until I delete it' })).toBeChecked()
  await dialog.getByRole('radio', { name: '30 days after the last photo was added' }).click()
  await expect.element(dialog.getByRole('status')).toHaveTextContent(/The whole project goes on .* a closed browser deletes nothing/)
  await dialog.getByRole('checkbox', { name: /Delete each original once it has been exported/ }).click()
  expect(await axeFindings()).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect.element(page.getByText(/^Deletes itself \d/)).toBeVisible()
})

it('renames and deletes a project', async () => {
  await open('#/project/project-2', { photos: [2, 3] })
  const name = page.getByRole('textbox', { name: 'Project name' })
  await name.fill('Winter mugs')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('navigation').getByText('Winter mugs')).toBeVisible()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Delete project…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete project', exact: true }).click()
  await expect.element(page.getByText(/“Winter mugs” deleted: 3 photos, 15.6 MB freed/)).toBeVisible()
  await expect.element(name).toHaveValue('Autumn mugs')
})

it('stages chosen photos in a scene from the list, and takes it back', async () => {
  await open('#/project/project-1', { photos: [3] })
  await card('IMG_4021.HEIC').getByRole('checkbox').click()
  await page.getByRole('button', { name: 'Stage…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Stage 1 photo' })
  await dialog.getByLabelText('Trade').selectOptions('Watches')
  await dialog.getByRole('button', { name: /^Slate and strip/ }).click()
  await dialog.getByRole('button', { name: 'Stage 1 photo' }).click()
  await expect.element(dialog).not.toBeInTheDocument()
  expect([...useStudio.getState().photos.values()].map(({ doc }) => doc.scene?.ground.material.kind)).toEqual([
    'slate',
    undefined,
    undefined,
  ])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => useStudio.getState().photos.get('p0')?.doc.scene).toBeNull()
})
