import type { Instruction, PlainStep } from './step-names'
import { firstWords } from './step-names-engine'

type Words = Pick<PlainStep, 'name' | 'explanation'>

/** The words for an instruction of any Dockerfile; an unknown command shows its first words. */
export function nameByInstruction({ word, rest }: Instruction): Words {
  switch (word) {
    case 'FROM':
      return { name: `Base system ${shortImage(rest)}`.trim(), explanation: 'What everything else is built on. Docker downloads it once.' }
    case 'RUN':
      return nameOfRun(rest)
    case 'COPY':
    case 'ADD':
      return nameOfCopy(rest)
    case 'WORKDIR':
      return { name: 'Working folder', explanation: null }
    default:
      return { name: firstWords(`${word} ${rest}`), explanation: null }
  }
}

function nameOfRun(rest: string): Words {
  const command = rest.replace(/^(--\S+\s+)+/, '')
  const known = COMMANDS.find(([pattern]) => pattern.test(command))
  return known ? { name: known[1], explanation: known[2] } : { name: firstWords(command), explanation: null }
}

// A step often does several things; the first row that fits names the one that takes the time.
const COMMANDS: readonly (readonly [RegExp, string, string | null])[] = [
  [/\b(pip3?|uv)\b.*\b(install|sync|download)\b/s, 'Python parts', 'Downloads and installs Python packages.'],
  [/\b(poetry|pipenv) install\b/, 'Python parts', 'Downloads and installs Python packages.'],
  [/\bconda\b.*\b(install|create)\b/s, 'Python parts', 'Downloads and installs Python packages.'],
  [/\b(npm|pnpm|yarn)\b.*\b(ci|install|add)\b/s, 'JavaScript parts', 'Downloads and installs JavaScript packages.'],
  [/\b(apt-get|apt|apk|dnf|yum|microdnf|zypper)\b.*\b(install|add)\b/s, 'System tools', 'Downloads and installs programs of the base system.'],
  [/\b(apt-get|apt|apk|dnf|yum) (-\S+ )*(update|upgrade)\b/, 'List of system tools', null],
  [/\bgit\b.*\bclone\b/s, 'Source code', 'Downloads source code.'],
  [/\b(curl|wget)\b/, 'Download', 'Downloads a file.'],
  [
    /\b(cargo|go|make|cmake|ninja|gradle|mvn|npm run|tsc) ?(build|install|all)?\b/,
    'Compile',
    'Turns source code into a program. This step may be quiet for long.',
  ],
  [/\bsha(256|512|1)sum\b|\bmd5sum\b/, 'Compare fingerprints', 'Makes sure that files are exactly the expected ones.'],
  [/\bpython3? -m venv\b|\bvirtualenv\b/, 'Place for the Python parts', null],
  [/\bpython3? -m compileall\b/, 'Prepare the program', 'Makes the program start faster.'],
  [/\b(useradd|adduser|groupadd|addgroup)\b/, 'User without special rights', 'The app will not run as administrator.'],
  [/\b(tar|unzip|gunzip|bsdtar)\b/, 'Unpack', null],
  [/^(chmod|chown|find .*chmod)\b/, 'Permissions', null],
  [/^(mkdir|install -d)\b/, 'Folders', null],
  [/^rm\b/, 'Clean up', null],
]

function nameOfCopy(rest: string): Words {
  const from = /--from=(\S+)/.exec(rest)?.[1]
  const paths = rest.split(/\s+/).filter((part) => part !== '' && !part.startsWith('--'))
  const sources = paths.slice(0, -1)
  const what = sources.length === 1 ? lastPart(sources[0] ?? '') : `${sources.length} things`
  if (sources.length === 0) return { name: 'Copy files', explanation: null }
  return { name: firstWords(from ? `Copy ${what} from ${shortImage(from)}` : `Copy ${what}`), explanation: null }
}

function lastPart(path: string): string {
  if (path === '.' || path === './') return 'the project folder'
  return path.replace(/\/+$/, '').split('/').at(-1) || path
}

function shortImage(reference: string): string {
  const name = reference.split(/\s/)[0]?.split('@')[0] ?? ''
  return name.replace(/^docker\.io\/(library\/)?/, '')
}
