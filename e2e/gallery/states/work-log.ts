import type { Build, BuildStep, LogChunk, LogPart } from '../../../src/core/build/build'

/** A made-up log for made-up builds: colours, bars that redraw themselves, parallel steps, a gap and an error. */
export function workLog(build: Build | null, from: number): LogPart {
  if (build === null) return { from, next: from, chunks: [], complete: true }
  const complete = build.endedAt !== null
  if (build.id === 'work-long') return longPart(build, from)
  if (from > 0) return { from, next: from, chunks: [], complete }
  return { from: 0, next: build.logBytes, chunks: build.steps.flatMap((step, at) => chunksOf(step, at + 1)), complete }
}

const PART_LINES = 2000
const PARTS = 200

// 400,000 lines in 200 parts, to see that reading on never makes the window wait.
function longPart(build: Build, from: number): LogPart {
  const step = build.steps.find((s) => s.state === 'running')
  if (from >= PARTS || !step) return { from, next: from, chunks: [], complete: false }
  const text = Array.from(
    { length: PART_LINES },
    (_, i) => `[ ${from}% ] Building CXX object \u001b[32msrc/part_${from}_${i}.cpp.o\u001b[0m, warning-free, as every line of it\n`,
  ).join('')
  return { from, next: from + 1, chunks: [{ step: step.id, number: 9, at: (step.startedAt ?? 0) + from * 1000, text }], complete: false }
}

function chunksOf(step: BuildStep, number: number): readonly LogChunk[] {
  const began = step.startedAt
  if (began === null || step.lastOutputAt === null) return []
  const at = (seconds: number, text: string): LogChunk => ({ step: step.id, number, at: began + seconds * 1000, text })
  const said = step.raw.includes('pip install')
    ? pip(at)
    : step.raw.includes('apt-get')
      ? apt(at)
      : step.raw.includes('fetch_models')
        ? fetched(at)
        : [at(0.1, `${step.name}\n`)]
  const why: LogChunk = { ...at(148.7, step.error ?? ''), mark: 'error' }
  return step.error === null ? said : [...said, why]
}

type Say = (seconds: number, text: string) => LogChunk

function pip(at: Say): readonly LogChunk[] {
  const parts = ['fastapi==0.115.12', 'pillow==11.2.1', 'torch==2.6.0', 'onnxruntime-gpu==1.21.0', 'numpy==2.2.4', 'opencv-python-headless==4.11.0.86']
  const bar = (done: number): string =>
    `     \u001b[32m${'━'.repeat(done)}\u001b[0m\u001b[90m${'━'.repeat(20 - done)}\u001b[0m ${(done * 33.5).toFixed(1)}/670.2 MB 9.6 MB/s`
  return [
    at(2.1, 'Looking in indexes: https://parts.example.org/simple\n'),
    ...parts.flatMap((part, i) => [
      at(4.8 + i * 40, `Collecting ${part}\n`),
      at(5 + i * 40, `  Downloading ${part.replace('==', '-')}-cp313-manylinux_2_28_x86_64.whl\n`),
      at(6 + i * 40, `\r${bar(4)}`),
      at(20 + i * 40, `\r${bar(12)}`),
      at(38 + i * 40, `\r${bar(20)}\n`),
    ]),
    at(301, '\u001b[33mWARNING: Running pip as the \u2018root\u2019 user can result in broken permissions\u001b[0m\n'),
    { ...at(302, '[output clipped, log limit 2MiB reached]\n'), mark: 'gap' },
    at(467, 'Building wheels for collected packages: dlib\n'),
    at(471.5, '  \u001b[1mBuilding wheel for dlib (pyproject.toml): started\u001b[0m\n'),
    at(478, '  -- Found CUDA: /usr/local/cuda (found suitable version "12.1", minimum required is "7.5")\n'),
    at(494.1, '  [ 44%] Building CXX object svm/kernel.cpp.o\n'),
  ]
}

function apt(at: Say): readonly LogChunk[] {
  return Array.from({ length: 40 }, (_, i) =>
    at(1 + i * 0.4, `Get:${i + 1} http://packages.example.org/debian trixie/main amd64 libpart${i} amd64 1.${i}-2 [${120 + i * 7} kB]\n`),
  )
}

function fetched(at: Say): readonly LogChunk[] {
  return [
    at(0.4, 'retinaface.onnx  104 MB  sha256 ok\n'),
    at(9, 'landmarks.onnx  95 MB  sha256 ok\n'),
    at(30, 'codeformer.pth  \u001b[31mconnection reset by github.com\u001b[0m\n'),
    at(92, 'trying again (2 of 3)\n'),
  ]
}
