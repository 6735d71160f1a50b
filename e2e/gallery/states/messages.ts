import { timeOf, type Entry } from '../../../src/core/messages/entry'
import { wantedLines, type Wanted } from '../../../src/core/messages/kept-line'
import { openMessageLog } from '../../../src/core/messages/message-log'
import { NOW } from './parts'

const START = NOW - 8040_000
const entry = (at: number, text: string, from: Entry['from'] = 'err'): Entry => ({ time: timeOf(at), from, text, ends: 'line' })

/** Made-up messages: two starts, both outputs, all levels, colours, a long line and one that reaches outside the terminal. */
export function madeUpMessages(wanted: Wanted): string {
  const log = openMessageLog('')
  const before =
    log.begin('a', START - 90_000_000) +
    log.take([
      entry(START - 90_000_000, '2026-03-11T12:00:00 INFO ready, 4 models loaded'),
      entry(START - 86_000_000, '2026-03-11T12:50:00 INFO one portrait finished in 9.8 s'),
    ])
  const now = log.begin('b', START) + log.take(today)
  return wantedLines(before + now, wanted)
}

const today: readonly Entry[] = [
  entry(START + 1000, '\u001b[32mINFO\u001b[0m:     Started server process [1]'),
  entry(START + 2000, '2026-03-12T12:26:02 INFO loading face-detector (1 of 4)'),
  entry(START + 21_000, '/opt/venv/lib/python3.12/site-packages/torch/cuda/__init__.py:128: UserWarning: CUDA initialization: no NVIDIA driver'),
  entry(START + 38_000, '2026-03-12T12:26:38 INFO ready, 4 models loaded, computing on the processor'),
  entry(START + 61_000, '172.18.0.1:51822 - "POST /portraits HTTP/1.1" 202', 'out'),
  entry(START + 70_000, '2026-03-12T12:27:10 INFO one portrait finished in 9.2 s'),
  entry(START + 130_000, '172.18.0.1:51830 - "POST /portraits HTTP/1.1" 202', 'out'),
  entry(START + 131_000, '2026-03-12T12:28:11 WARNING the photo is small, 480 by 360; the portrait will be soft'),
  entry(START + 139_000, '2026-03-12T12:28:19 INFO one portrait finished in 8.1 s'),
  entry(START + 300_000, '2026-03-12T12:31:00 ERROR this photo could not be read'),
  entry(START + 300_001, 'Traceback (most recent call last):'),
  entry(START + 300_002, '  File "/opt/facecraft/pipeline/decode.py", line 41, in decode'),
  entry(START + 300_003, '    raise NotAPhoto("truncated after 18 kB")'),
  entry(START + 300_004, 'facecraft.pipeline.NotAPhoto: Error: truncated after 18 kB'),
  entry(
    START + 420_000,
    `{"time": "2026-03-12T12:33:00", "level": "INFO", "event": "settings", "values": "${'formats=passport,us-2x2,portrait '.repeat(6)}"}`,
    'out',
  ),
  entry(START + 421_000, '\u001b]0;a title\u0007\u001b]52;c;aGVsbG8=\u0007\u001b[2Jthis line tried to clear the screen', 'out'),
]
