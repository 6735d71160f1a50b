import type { BrokenCase, Laid } from './case'

const file = (text: Laid): Readonly<Record<string, Laid>> => ({ 'compose.yaml': text })
const bomb = [
  'x-b:',
  '  a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 9 }, (_, i) => `  a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(', ')}]`),
  'services:',
  '  a: {image: "a:1"}',
  '',
].join('\n')

/** Files that are no project as text, or nothing that may be opened. */
export const brokenText: readonly BrokenCase[] = [
  { name: 'an empty folder', files: {}, error: /No project was found\. There is no compose\.yaml/ },
  {
    name: 'a file under a name that Docker does not look for',
    files: { 'docker-compose.gpu.yml': 'services: {}\n' },
    error: /docker-compose\.gpu\.yml, which Docker does not read by itself/,
  },
  { name: 'an empty file', files: file(''), error: /file is empty/ },
  { name: 'nothing but a comment', files: file('# services:\n'), error: /file is empty/ },
  { name: 'nothing but spaces', files: file('   \n\n'), error: /file is empty/ },
  { name: 'a tab instead of spaces', files: file('services:\n\ta:\n\t\timage: a\n'), error: /line 2.*tab/s },
  { name: 'lines that are not indented alike', files: file('services:\n  a:\n    image: a\n   ports: []\n'), error: /indented/ },
  { name: 'a quotation mark that is not closed', files: file('services:\n  a:\n    image: "a\n'), error: /not closed/ },
  { name: 'a bracket that is not closed', files: file('services: {a: {image: a}\n'), error: /not closed|indented/ },
  { name: 'characters that are no text', files: file({ lay: 'bytes', hex: '73657276696365733a0a20610700' }), error: /not text/ },
  { name: 'a picture', files: file({ lay: 'bytes', hex: '89504e470d0a1a0a0000000d49484452' }), error: /not text/ },
  { name: 'text in another encoding', files: file({ lay: 'bytes', hex: '7365727669636573 3a207bff fefd7d'.replaceAll(' ', '') }), error: /not text/ },
  { name: 'a list instead of keys', files: file('- a\n- b\n'), error: /begin with keys such as/ },
  { name: 'a single word', files: file('hello\n'), error: /begin with keys such as/ },
  { name: 'one key twice', files: file('services:\n  a: {image: a}\n  a: {image: b}\n'), error: /"a" stands there twice/ },
  { name: 'an alias without its anchor', files: file('services:\n  a: *nothing\n'), error: /repeats a part called "nothing"/ },
  { name: 'a part that contains itself', files: file('services: &s\n  a: *s\n'), error: /contains itself/ },
  { name: 'aliases that would fill the memory', files: file(bomb), error: /would fill this computer’s memory/ },
  { name: 'nesting without an end', files: file(`services: ${'['.repeat(5000)}${']'.repeat(5000)}\n`), error: /nested deeper/ },
  { name: 'keys nested without an end', files: file(Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')), error: /nested deeper/ },
  { name: 'a folder in place of the file', files: file({ lay: 'folder' }), error: /"compose\.yaml" is a folder/ },
  { name: 'a pipe in place of the file', files: file({ lay: 'pipe' }), error: /"compose\.yaml" is a pipe/ },
  { name: 'a device in place of the file', files: file({ lay: 'link', to: '/dev/zero' }), error: /"compose\.yaml" is a device/ },
  { name: 'a link that leads nowhere', files: file({ lay: 'link', to: 'gone.yaml' }), error: /"compose\.yaml" is missing/ },
  { name: 'a link to itself', files: file({ lay: 'link', to: 'compose.yaml' }), error: /leads to itself/ },
  { name: 'a pipe in place of the settings', files: { 'compose.yaml': 'services: {a: {image: a}}\n', '.env': { lay: 'pipe' } }, error: /"\.env" is a pipe/ },
  { name: 'a file larger than any project', files: file(`services: {a: {image: a}}\n${'# filling\n'.repeat(250_000)}`), error: /larger than 2 MB/ },
  { name: 'settings that are not settings', files: { 'compose.yaml': 'services: {a: {image: a}}\n', '.env': 'this is ! not a setting\n' }, error: /\.env/ },
  { name: 'a file named in the settings that is not there', files: { '.env': 'COMPOSE_FILE=gone.yml\n' }, error: /"gone\.yml" is missing/ },
]
