import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plainStep } from './step-names'

const name = (raw: string): string => plainStep(raw).name

describe('the plain name of a step', () => {
  it.each([
    ['[2/2] RUN apt-get update && apt-get install -y curl', 'System tools'],
    ['[2/2] RUN apk add --no-cache curl', 'System tools'],
    ['[2/2] RUN pip install -r requirements.txt', 'Python parts'],
    ['[2/2] RUN uv sync --frozen', 'Python parts'],
    ['[2/2] RUN npm ci', 'JavaScript parts'],
    ['[2/2] RUN curl -fsSLo x https://example.org/x', 'Download'],
    ['[2/2] RUN git clone https://example.org/x', 'Source code'],
    ['[2/2] RUN cd /m && sha256sum -c SHA256SUMS', 'Compare fingerprints'],
    ['[2/2] RUN useradd --uid 1000 appuser', 'User without special rights'],
    ['[2/2] RUN make -j4', 'Compile'],
    ['[2/2] RUN --mount=type=cache,target=/root/.cache pip install torch', 'Python parts'],
    ['[2/2] COPY src/app /app', 'Copy app'],
    ['[2/2] COPY . /app', 'Copy the project folder'],
    ['[2/2] COPY a b c /app/', 'Copy 3 things'],
    ['[2/2] COPY --chown=1000 --from=deps /venv /venv', 'Copy venv from deps'],
    ['[1/2] FROM docker.io/library/debian:trixie-slim@sha256:abc', 'Base system debian:trixie-slim'],
    ['[2/2] WORKDIR /app', 'Working folder'],
    ['[2/2] RUN ./do-something --with options', './do-something --with options'],
  ])('%s is "%s"', (raw, plain) => {
    expect(name(raw)).toBe(plain)
  })

  it('is cut between words where no table knows the command', () => {
    expect(name(`[2/2] RUN frobnicate ${'word '.repeat(30)}`)).toMatch(/^frobnicate( word)+ …$/)
  })

  it.each([
    ['[internal] load build definition from Dockerfile.cpu', 'setup', 'Recipe'],
    ['[one internal] load .dockerignore', 'setup', 'Files to leave out'],
    ['[internal] load metadata for docker.io/library/debian:trixie-slim', 'setup', 'Look up the base system'],
    ['[auth] library/debian:pull token for registry-1.docker.io', 'setup', 'Sign in for downloads'],
    ['exporting to image', 'export', 'App package'],
    ['[two] exporting to image', 'export', 'App package'],
    ['resolving provenance for metadata file', 'export', 'Where it comes from'],
    ['something quite new', 'setup', 'something quite new'],
  ])('%s is of phase %s and named "%s"', (raw, phase, plain) => {
    expect(plainStep(raw)).toMatchObject({ phase, name: plain })
  })

  it.each([
    ['[models 2/4] RUN true', 'models'],
    ['[one models 2/4] RUN true', 'models'],
    ['[linux/arm64 models 2/4] RUN true', 'models'],
    ['[stage-1 2/4] RUN true', 'stage-1'],
    ['[2/4] RUN true', 'build'],
    ['[linux/amd64 2/4] RUN true', 'build'],
  ])('%s belongs to the phase "%s"', (raw, phase) => {
    expect(plainStep(raw).phase).toBe(phase)
  })

  it('comes with an explanation for the steps of our own Dockerfiles', () => {
    const silent = ['cpu', 'gpu'].flatMap((variant) => stepsOf(dockerfile(variant))).filter((raw) => plainStep(raw).explanation === null)
    expect(silent.filter((raw) => !raw.includes('] WORKDIR'))).toEqual([])
  })

  it('is never technical for the steps of our own Dockerfiles', () => {
    for (const variant of ['cpu', 'gpu']) {
      for (const raw of stepsOf(dockerfile(variant))) {
        expect(plainStep(raw)).toMatchObject({ name: expect.not.stringMatching(/[/&|=$]|apt|pip|python3|COPY|RUN/) as string })
      }
    }
  })
})

function dockerfile(variant: string): string {
  return readFileSync(new URL(`../../../docker/Dockerfile.${variant}`, import.meta.url), 'utf8')
}

/** The steps that the package will be made of, as BuildKit names them. */
function stepsOf(text: string): readonly string[] {
  let stage = ''
  return text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .flatMap((line) => {
      stage = /^FROM \S+ AS (\S+)/.exec(line)?.[1] ?? stage
      if (!['models', 'parts', 'production'].includes(stage)) return []
      return /^(RUN|COPY|WORKDIR) /.test(line) ? [`[${stage} 2/9] ${line}`] : []
    })
}
