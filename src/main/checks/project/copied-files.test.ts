import { expect, test } from 'vitest'
import { copiedFiles } from './copied-files'

test('names what a Dockerfile takes from its folder, over broken lines and in both ways of writing', () => {
  const text = 'COPY a/b.txt \\\n  c /there/\nADD --chown=x:y d /d\nCOPY ["e f", "/e"]\ncopy g /g'
  expect(copiedFiles(text)).toEqual(['a/b.txt', 'c', 'd', 'e f', 'g'])
})

test('leaves out other stages, patterns, variables and the web', () => {
  expect(copiedFiles('COPY --from=models /m /m\nCOPY *.txt /t\nCOPY $WHAT /w\nADD https://example.org/x /x\nCOPY <<END /f')).toEqual([])
})
