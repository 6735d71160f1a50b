import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { composeMessages } from '../records/compose-progress'
import { instructionOf, readInstructions } from './build-file'
import { failedLines } from './file-excerpt'

const file = 'docker/Dockerfile'
const text = `# escape is as usual
ARG BASE=debian
FROM \${BASE} AS Models
RUN apt-get update \\
 # what it needs
 && apt-get install curl

COPY a b /x/
FROM models AS parts
ARG V=0
RUN echo $V
WORKDIR /app
FROM scratch
RUN <<END
echo COPY nothing
END
ENV A=1
COPY --from=parts /app /app
`

describe('the lines around what failed', () => {
  it('are those of the failed step, with all its own lines marked', () => {
    const excerpt = failedLines({ said: [], step: '[models 2/3] RUN apt-get update  && apt-get install curl', file, text })
    expect(excerpt?.file).toBe(file)
    expect(excerpt?.lines.map(({ number, marked }) => `${number}${marked ? '!' : ''}`)).toEqual(['3', '4!', '5!', '6!', '7'])
    expect(excerpt?.lines[1]?.text).toBe('RUN apt-get update \\')
  })

  it.each([
    ['[models 1/3] FROM docker.io/library/debian', 3],
    ['[models 3/3] COPY a b /x/', 8],
    ['[parts 1/2] RUN echo 0', 11],
    ['[app linux/amd64 parts 2/2] WORKDIR /app', 12],
    ['[stage-2 1/2] RUN <<END', 14],
    ['[2/2] COPY --from=parts /app /app', 18],
  ])('are found for %s', (step, line) => {
    expect(failedLines({ said: [], step, file, text })?.lines.find((l) => l.marked)?.number).toBe(line)
  })

  it.each(['[models 2/3] COPY somewhere else', '[elsewhere 1/2] RUN true', '[internal] load build context', 'exporting to image'])(
    'are none for %s, of which the file says nothing',
    (step) => {
      expect(failedLines({ said: [], step, file, text })).toBeNull()
    },
  )

  it('are those that BuildKit shows, under the name that the project gives the file', () => {
    const said = [
      'Dockerfile:31',
      '-----------',
      '  30 |     # comment',
      '  31 | >>> RUN mkdir x \\',
      '  32 | >>>     && false',
      '  33 |     ',
      '-----------',
      'failed',
    ]
    expect(failedLines({ said, step: null, file, text: null })).toEqual({
      file,
      lines: [
        { number: 30, text: '# comment', marked: false },
        { number: 31, text: 'RUN mkdir x \\', marked: true },
        { number: 32, text: '    && false', marked: true },
        { number: 33, text: '', marked: false },
      ],
    })
  })
})

describe('the recorded failures of a build', () => {
  const folder = new URL('../failure/recordings/', import.meta.url)
  const recorded = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { context: string; stderr: readonly string[] })
  const shown = recorded.filter((one) => one.context === 'build' && one.stderr.join('').includes('---------'))

  it('show their lines, each one that has any', () => {
    expect(shown.length).toBeGreaterThan(50)
    for (const { stderr } of shown) {
      const excerpt = failedLines({ said: composeMessages(stderr.join('\n')), step: null, file: 'Dockerfile', text: null })
      expect(excerpt?.lines.filter((line) => line.marked).length).toBeGreaterThan(0)
    }
  })
})

describe('the project’s own Dockerfiles', () => {
  it.each(['cpu', 'gpu'])('hold every step that the %s one is built of', (version) => {
    const instructions = readInstructions(readFileSync(new URL(`../../../docker/Dockerfile.${version}`, import.meta.url), 'utf8'))
    const steps = instructions.filter((one) => one.word === 'RUN' || one.word === 'COPY')
    expect(steps.length).toBeGreaterThan(5)
    for (const stage of new Set(steps.map((step) => step.stage))) {
      const mine = instructions.filter((one) => one.stage === stage && /^(RUN|COPY|ADD|WORKDIR)$/.test(one.word))
      mine.forEach((step, at) => expect(instructionOf(`[${stage} ${at + 2}/${mine.length + 1}] ${step.word} x`, instructions)).toBe(step))
    }
  })
})
