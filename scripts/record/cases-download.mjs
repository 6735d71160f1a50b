import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../lib/paths.mjs'

// Downloads inside steps. The base has pip, apt and curl; the servers are the recorder's own.
const from = 'FROM fcrec-tools\n'
const run = (command) => (at) => ({ Dockerfile: `${from}RUN ${command(at)}\n` })
const pip = (options) => run((at) => `pip install --break-system-packages --retries 1 --timeout 3 --no-cache-dir ${options(at)}`)
const apt = (source) =>
  run(
    (at) =>
      `rm -f /etc/apt/sources.list.d/* && echo "${source(at)}" > /etc/apt/sources.list && apt-get -o Acquire::Retries=0 update && apt-get -o Acquire::Retries=0 install -y fcrec-part`,
  )
const hash = (digit) => digit.repeat(64)
const requirement = (sha256) => `fcrec-part==1.0 --hash=sha256:${sha256}\n`

/** Failures of downloads with pip, apt, curl, ADD, and of the project's own program that fetches models. */
export const downloadCases = [
  { name: 'pip-refused', what: 'pip: nobody listens at the address', files: pip(() => '--index-url http://127.0.0.1:1/simple fcrec-part') },
  {
    name: 'pip-cut',
    what: 'pip: the connection breaks off in a download',
    files: pip(({ servers }) => `--index-url http://${servers.files}/cut/simple fcrec-part`),
  },
  { name: 'pip-slow', what: 'pip: a download stops', files: pip(({ servers }) => `--index-url http://${servers.files}/slow/simple fcrec-part`) },
  { name: 'pip-missing', what: 'pip: a package does not exist', files: pip(({ servers }) => `--index-url http://${servers.files}/good/simple fcrec-nothing`) },
  {
    name: 'pip-wrong-hash',
    what: 'pip: a package has another fingerprint',
    files: (at) => ({
      Dockerfile: `${from}COPY r.txt /\nRUN pip install --break-system-packages --index-url http://${at.servers.files}/good/simple --require-hashes -r /r.txt\n`,
      'r.txt': requirement(hash('0')),
    }),
  },
  { name: 'pip-no-name', what: 'pip: the address cannot be found', engine: { disk: '3g', images: ['fcrec-tools'] }, files: pip(() => 'fcrec-part') },
  { name: 'apt-refused', what: 'apt: nobody listens at the address', files: apt(() => 'deb [trusted=yes] http://127.0.0.1:1/debian ./') },
  {
    name: 'apt-cut',
    what: 'apt: the connection breaks off in a download',
    files: apt(({ servers }) => `deb [trusted=yes] http://${servers.files}/cut/debian ./`),
  },
  { name: 'apt-reset', what: 'apt: the connection is reset', files: apt(({ servers }) => `deb [trusted=yes] http://${servers.files}/reset/debian ./`) },
  {
    name: 'apt-wrong-hash',
    what: 'apt: the list of packages has another fingerprint',
    files: apt(({ servers }) => `deb [trusted=yes] http://${servers.files}/good/debian/odd ./`),
  },
  {
    name: 'apt-wrong-size',
    what: 'apt: a package has another size than its list says',
    files: apt(({ servers }) => `deb [trusted=yes] http://${servers.files}/long/debian ./`),
  },
  { name: 'apt-missing', what: 'apt: a package does not exist', files: run(() => 'apt-get update && apt-get install -y fcrec-nothing') },
  {
    name: 'apt-no-name',
    what: 'apt: the address cannot be found',
    engine: { disk: '3g', images: ['fcrec-tools'] },
    files: run(() => 'apt-get -o Acquire::Retries=0 update && apt-get -o Acquire::Retries=0 install -y python3-torch'),
  },
  { name: 'curl-no-name', what: 'curl: the address cannot be found', files: run(() => 'curl -fsS -o /model.bin http://models.invalid/model.bin') },
  { name: 'curl-refused', what: 'curl: nobody listens at the address', files: run(() => 'curl -fsS -o /model.bin http://127.0.0.1:1/model.bin') },
  {
    name: 'curl-cut',
    what: 'curl: the connection breaks off in a download',
    files: run(({ servers }) => `curl -fsS -o /model.bin http://${servers.files}/cut/model.bin`),
  },
  {
    name: 'curl-404',
    what: 'curl: the file is not there any more',
    files: run(({ servers }) => `curl -fsS -o /model.bin http://${servers.files}/good/nothing.bin`),
  },
  {
    name: 'curl-timeout',
    what: 'curl: a download stops',
    files: run(({ servers }) => `curl -fsS --max-time 3 -o /model.bin http://${servers.files}/slow/model.bin`),
  },
  {
    name: 'curl-certificate',
    what: 'curl: the other side cannot prove who it is',
    files: run(({ servers }) => `curl -fsS -o /model.bin https://${servers.secure}/model.bin`),
  },
  {
    name: 'sha256sum-wrong',
    what: 'sha256sum: a model has another fingerprint',
    files: run(({ servers }) => `curl -fsS -o /model.bin http://${servers.files}/good/model.bin && echo "${hash('0')}  /model.bin" | sha256sum --strict -c`),
  },
  {
    name: 'add-wrong-hash',
    what: 'ADD: a file has another fingerprint',
    files: (at) => ({ Dockerfile: `${from}ADD --checksum=sha256:${hash('0')} http://${at.servers.files}/good/model.bin /\n` }),
  },
  {
    name: 'add-404',
    what: 'ADD: the file is not there any more',
    files: (at) => ({ Dockerfile: `${from}ADD http://${at.servers.files}/good/nothing.bin /\n` }),
  },
  { name: 'add-no-name', what: 'ADD: the address cannot be found', files: () => ({ Dockerfile: `${from}ADD http://models.invalid/model.bin /\n` }) },
  {
    name: 'add-cut',
    what: 'ADD: the connection breaks off in a download',
    files: (at) => ({ Dockerfile: `${from}ADD http://${at.servers.files}/cut/model.bin /\n` }),
  },
  { name: 'models-wrong-file', what: 'our own program: a photo model is not the expected file', files: models(({ wheel }) => wheel.sha256) },
  { name: 'models-wrong-package', what: 'our own program: a package with photo models is not the expected one', files: models(() => hash('0')) },
]

function models(sha256) {
  return ({ servers }) => ({
    Dockerfile: `${from}ENV PIP_INDEX_URL=http://${servers.files}/good/simple\nCOPY fetch_models.py models.lock /build/\nRUN python3 /build/fetch_models.py /build/models.lock /app/models\n`,
    'fetch_models.py': readFileSync(join(root, 'docker/fetch_models.py')),
    'models.lock': `[[package]]\nname = "fcrec-part"\nversion = "1.0"\nsha256 = "${sha256(servers)}"\n\n[[model]]\nname = "face.bin"\npackage = "fcrec-part"\npath = "fcrec_part/model.bin"\nsha256 = "${hash('0')}"\nbytes = 1400\n`,
  })
}
