import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './paths.mjs';

/**
 * Runs a program by its argument array and waits for its end; never throws.
 * @param {string[]} command program and arguments
 * @param {{ cwd?: string, env?: object, log?: string, input?: string, show?: boolean, timeout?: number }} [options]
 *   `log`: a file that receives all output; `show`: the output also goes to our own; `timeout` in milliseconds
 * @returns {Promise<{ code: number, stdout: string, output: string, timedOut: boolean }>} code 127: it could not be started
 */
export function run([program, ...args], options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const log = openLog(options.log);
    const kept = { stdout: '', output: '', timedOut: false };
    const timer = options.timeout && setTimeout(() => {
      kept.timedOut = true;
      child.kill('SIGKILL');
    }, options.timeout);
    const take = (text, onStdout) => {
      if (onStdout) kept.stdout += text;
      kept.output += text;
      log?.write(text);
      if (options.show) process.stdout.write(text);
    };
    child.stdout.setEncoding('utf8').on('data', (text) => take(text, true));
    child.stderr.setEncoding('utf8').on('data', (text) => take(text, false));
    // A program that ends without reading its input closes the pipe: no failure of ours.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    child.on('error', (error) => {
      kept.output += String(error.message);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      const result = { code: code !== null && code >= 0 ? code : 127, ...kept };
      if (log) log.end(() => resolve(result));
      else resolve(result);
    });
  });
}

/** The last lines of an output that say something, for a failure's "why". */
export function lastLines(output, count = 5) {
  return output.trimEnd().split('\n').filter((line) => line.trim() !== '').slice(-count).join('\n       ') || 'it printed nothing';
}

function openLog(file) {
  if (!file) return undefined;
  mkdirSync(dirname(file), { recursive: true });
  return createWriteStream(file, { flags: 'a' });
}
