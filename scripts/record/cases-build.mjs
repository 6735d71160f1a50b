import { chmodSync } from 'node:fs'
import { join } from 'node:path'

// Steps that fail by themselves, and build files that cannot be used.
const from = 'FROM debian:trixie-slim\n'
const dockerfile = (text) => () => ({ Dockerfile: text })
const run = (command) => dockerfile(`${from}RUN ${command}\n`)

/** Failures of a build that need nothing but the shared engine. */
export const buildCases = [
  { name: 'run-exit-1', what: 'a program in a step ends with 1', files: run('echo working && echo "it broke" >&2 && exit 1') },
  { name: 'run-exit-2', what: 'a program in a step ends with 2', files: run('ls /no/such/folder') },
  { name: 'run-exit-126', what: 'a program in a step may not be run', files: run('/etc/passwd') },
  { name: 'run-exit-127', what: 'a program in a step does not exist', files: run('no-such-program --fast') },
  { name: 'run-killed-137', what: 'a program in a step is killed', files: run('sh -c "kill -9 \\$\\$"') },
  { name: 'run-exec-missing', what: 'the program of a step without a shell does not exist', files: run('["/no/such/program"]') },
  {
    name: 'run-two-stages',
    what: 'one of two stages that run side by side fails',
    files: dockerfile(
      `${from.replace('\n', ' AS one\n')}RUN sleep 30\n${from.replace('\n', ' AS two\n')}RUN sleep 1 && exit 3\n${from}COPY --from=one /etc/os-release /one\nCOPY --from=two /etc/os-release /two\n`,
    ),
  },
  { name: 'run-user-forbidden', what: 'a step writes where its user may not', files: dockerfile(`${from}USER 1000\nRUN touch /etc/forbidden\n`) },
  { name: 'copy-missing', what: 'a file to copy does not exist', files: dockerfile(`${from}COPY models/face.bin /app/\n`) },
  { name: 'copy-two-missing', what: 'two files to copy do not exist', files: dockerfile(`${from}COPY a.bin b.bin /app/\n`) },
  {
    name: 'copy-from-stage-missing',
    what: 'a file to copy is not in the other stage',
    files: dockerfile(`${from.replace('\n', ' AS parts\n')}RUN true\n${from}COPY --from=parts /app/lib /app/lib\n`),
  },
  { name: 'copy-outside', what: 'a file to copy lies outside the project', files: dockerfile(`${from}COPY ../secret /app/\n`) },
  {
    name: 'copy-ignored',
    what: 'a file to copy is left out by .dockerignore',
    files: () => ({ Dockerfile: `${from}COPY models/face.bin /app/\n`, 'models/face.bin': 'x', '.dockerignore': 'models\n' }),
  },
  {
    name: 'context-missing',
    what: 'the folder to build from does not exist',
    files: () => ({ 'compose.yaml': 'services:\n  app:\n    image: fcrec-app\n    build: ./service\n' }),
  },
  {
    name: 'context-forbidden',
    what: 'a folder of the project may not be read',
    prefix: ['setpriv', '--inh-caps=-all', '--bounding-set=-dac_override,-dac_read_search'],
    files: () => ({ Dockerfile: `${from}COPY . /app/\n`, 'models/face.bin': 'x' }),
    before: ({ project }) => chmodSync(join(project, 'models'), 0),
    after: ({ project }) => chmodSync(join(project, 'models'), 0o755),
  },
  { name: 'dockerfile-missing', what: 'there is no Dockerfile', files: () => ({}) },
  { name: 'dockerfile-empty', what: 'the Dockerfile is empty', files: dockerfile('\n') },
  { name: 'dockerfile-unknown-instruction', what: 'the Dockerfile has an unknown instruction', files: dockerfile(`${from}RUM echo hello\n`) },
  { name: 'dockerfile-argument-missing', what: 'an instruction lacks an argument', files: dockerfile(`${from}COPY only-one\n`) },
  { name: 'dockerfile-from-missing', what: 'the Dockerfile does not begin with FROM', files: dockerfile('RUN echo hello\n') },
  { name: 'dockerfile-from-wrong', what: 'FROM has too many arguments', files: dockerfile('FROM debian:trixie-slim as as as\n') },
  { name: 'dockerfile-heredoc-open', what: 'a text in the Dockerfile has no end', files: dockerfile(`${from}RUN <<EOF\necho hello\n`) },
  { name: 'dockerfile-flag-unknown', what: 'an instruction has an unknown option', files: dockerfile(`${from}RUN --fast echo hello\n`) },
  { name: 'dockerfile-name-invalid', what: 'the base image has an impossible name', files: dockerfile('FROM Debian:trixie slim\n'.replace(' slim', '')) },
  { name: 'dockerfile-base-argument', what: 'the base image is an argument without a value', files: dockerfile('ARG BASE\nFROM ${BASE}\n') },
  {
    name: 'stage-missing',
    what: 'the stage to build is not in the Dockerfile',
    files: () => ({ Dockerfile: from, 'compose.yaml': 'services:\n  app:\n    image: fcrec-app\n    build: {context: ., target: production}\n' }),
  },
  { name: 'platform-run', what: 'a step runs a program for another kind of processor', files: dockerfile('FROM --platform=linux/arm64 fcrec-arm\nRUN true\n') },
  {
    name: 'platform-unknown',
    what: 'the platform to build for does not exist',
    files: () => ({ Dockerfile: from, 'compose.yaml': 'services:\n  app:\n    image: fcrec-app\n    platform: linux/nosuch\n    build: .\n' }),
  },
  {
    name: 'build-cancelled',
    what: 'somebody stops the build',
    files: run('echo begun && sleep 60'),
    when: /YmVndW4K/,
    act: (at, child) => child.kill('SIGTERM'),
  },
]
