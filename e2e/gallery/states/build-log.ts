import type { Build, LogPart } from '../../../src/core/build/build'

const lines = [
  'RUN pip wheel -r requirements.txt',
  'Using the parts list, 61 entries',
  'Collecting fastapi==0.115.12',
  'Collecting pillow==11.2.1',
  'Collecting torch==2.6.0',
  '  Downloading torch-2.6.0-cp311-manylinux1_x86_64.whl',
  '     \u001b[32m━━━━━━━━━━━━━━━━━━━━\u001b[0m 178.7/178.7 MB 9.6 MB/s',
  'Collecting onnxruntime==1.21.0',
  'Building wheels for collected packages: face-align',
]

/** A made-up log: one part from the beginning, then nothing new. */
export function buildLog(build: Build | null, from: number): LogPart {
  const complete = build === null || build.endedAt !== null
  if (build === null || from > 0) return { from, next: from, chunks: [], complete }
  const step = build.steps.find((s) => s.state === 'running' || s.state === 'failed') ?? build.steps[0]
  const text = [...lines, ...(build.endedAt === null ? [] : ['ERROR: process did not complete successfully: exit code: 4'])].join('\n')
  return { from: 0, next: 2000, chunks: [{ step: step?.id ?? '', number: 10, at: build.startedAt, text: `${text}\n` }], complete }
}
