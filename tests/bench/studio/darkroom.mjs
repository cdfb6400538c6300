import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { createServer } from 'vite'
import { chromiumFlags, chromiumPath } from '../../support/chromium.mjs'

/**
 * A page of this folder, served by Vite, when it says that it is `ready`, in a Chromium that draws in software.
 * @returns {Promise<{ page: import('@playwright/test').Page, close: () => Promise<void> }>}
 */
export async function openDarkroom(name = 'page.html', ready = 'picture') {
  const server = await createServer({
    configFile: false,
    root: process.cwd(),
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null, fs: { allow: ['/'] } },
    optimizeDeps: {
      entries: [],
      include: [
        'three',
        'zod',
        'three/addons/postprocessing/Pass.js',
        'three/addons/geometries/RoundedBoxGeometry.js',
        'three/addons/math/ImprovedNoise.js',
        'three/addons/utils/BufferGeometryUtils.js',
      ],
    },
    cacheDir: join(tmpdir(), 'vitrine-studio-vite'),
  })
  await server.listen()
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumFlags, '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  })
  const page = await browser.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') console.error(message.text())
  })
  page.on('pageerror', (error) => console.error(error))
  const { port } = server.httpServer.address()
  await page.goto(`http://127.0.0.1:${port}/tests/bench/studio/${name}`)
  await page.waitForFunction((word) => word in window, ready)
  return {
    page,
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
