import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { thin } from './record/thin.mjs';

// Builds the version for the processor on the engine that DOCKER_HOST names and keeps BuildKit's records, thinned out:
// twice from nothing, once with everything reused, once after a change of the program, and two small targets at once.
const folder = join(root, 'src/core/build/recordings');
const work = mkdtempSync(join(tmpdir(), 'fcrec-'));
const project = join(work, 'project');
const override = 'services:\n  facecraft-cpu:\n    image: fcrec-cpu\n';

mkdirSync(folder, { recursive: true });
for (const name of ['docker', 'docker-compose.yml', '.dockerignore']) cpSync(join(root, name), join(project, name), { recursive: true });
writeFileSync(join(project, 'override.yaml'), override);
const files = ['-f', 'docker-compose.yml', '-f', 'override.yaml', '--profile', 'cpu'];

record('cpu-cold-1', [...files, 'build', '--no-cache', '--', 'facecraft-cpu']);
record('cpu-cold-2', [...files, 'build', '--no-cache', '--', 'facecraft-cpu']);
record('cpu-reused', [...files, 'build', '--', 'facecraft-cpu']);
appendFileSync(join(project, 'docker/service/facecraft/__init__.py'), '\n# changed\n');
record('cpu-changed', [...files, 'build', '--', 'facecraft-cpu']);

const stages = 'FROM debian:trixie-slim AS models\nRUN echo one\nFROM models AS parts\nRUN echo zwölf && seq 200000\nFROM models\nCOPY --from=parts /etc/hostname /parts\n';
writeFileSync(join(project, 'Dockerfile'), stages);
writeFileSync(join(project, '.dockerignore'), '');
writeFileSync(join(project, 'two.yaml'), 'services:\n  one:\n    image: fcrec-one\n    build: .\n  two:\n    image: fcrec-two\n    build: {context: ., target: parts}\n');
record('two-targets', ['-f', 'two.yaml', 'build', '--no-cache']);

execFileSync('docker', ['image', 'rm', 'fcrec-cpu', 'fcrec-one', 'fcrec-two'], { stdio: 'ignore' });
rmSync(work, { recursive: true });

function record(name, args) {
  const begun = Date.now();
  const done = spawnSync('docker', ['compose', '--progress', 'json', '-p', 'fcrec', ...args], { cwd: project, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (done.status !== 0) throw new Error(`${name} failed:\n${done.stderr.slice(-2000)}`);
  writeFileSync(join(folder, `${name}.jsonl`), thin(done.stdout));
  console.log(`${name}: ${(Date.now() - begun) / 1000} s`);
}
