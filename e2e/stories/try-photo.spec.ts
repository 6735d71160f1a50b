import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../launch'
import { expect, test } from '../panel'

const PHOTOS = join(root, 'docker/service/tests/photos')
const MINUTE = 60_000

test.use({ projectKind: 'bundled' })
test.setTimeout(4 * MINUTE)

test('a photo becomes a portrait that can be saved, and a file that is none is refused in plain words', async ({ open, place }) => {
  await place.compose('up', '--detach', '--wait', 'facecraft-cpu')
  const { app, home, page } = await open()
  await expect(home.title).toHaveText('Facecraft is ready')

  const broken = join(place.folder, 'broken.jpg')
  writeFileSync(broken, 'no picture at all')
  await home.tryPhoto(broken)
  await expect(home.tryIt.getByRole('alert')).toContainText('No portrait from this photo')
  await expect(home.tryIt.getByRole('alert')).toContainText('Your photo is unchanged.')
  await expect(home.title).toHaveText('Facecraft is ready')

  await home.tryPhoto(join(PHOTOS, 'astronaut.jpg'))
  await expect(home.portrait).toBeVisible({ timeout: MINUTE })
  await expect(home.tryIt).toContainText('on the processor')

  // The system's own dialog cannot be driven, so it answers by itself: first with Cancel, then with a place.
  const portrait = join(place.folder, 'portrait.png')
  const answer = (filePath: string): Promise<void> =>
    app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path })
    }, filePath)
  await answer('')
  await home.tryIt.getByRole('button', { name: 'Save the portrait' }).click()
  await answer(portrait)
  await home.tryIt.getByRole('button', { name: 'Save the portrait' }).click()
  await expect(page.getByText(`Saved as ${portrait}`)).toBeVisible()
  // 35 × 45 mm at 300 dots an inch.
  expect(sizeOfPng(readFileSync(portrait))).toEqual([413, 531])
})

function sizeOfPng(bytes: Buffer): readonly number[] {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('this is no PNG picture')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}
