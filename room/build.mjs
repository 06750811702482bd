/**
 * Called by Maven: `node build.mjs <classes folder>`. Installs what is missing, builds the pages' script and style into
 * `static/assets` and puts the manifest beside it. Does nothing when nothing has changed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const room = fileURLToPath(new URL('.', import.meta.url));
const classes = resolve(process.argv[2] ?? join(room, '../platform/target/classes'));
const assets = join(classes, 'static/assets');
const manifest = join(classes, 'assets-manifest.json');
const stamp = join(classes, '../room.stamp');
const installed = join(room, 'node_modules/.installed');

/** The newest that Vite runs on is checked by Vite itself; this is the sentence for people. */
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old to build the room. Install Node 20.19 or newer, or build with -DskipRoom.`);
  process.exit(1);
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(join(room, file))).update('\0');
  return hash.digest('hex');
}

function sources() {
  const inSource = readdirSync(join(room, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(room.length))
    .sort();
  return [...inSource, 'build.mjs', 'package-lock.json', 'vite.config.ts'];
}

function run(command, args, environment = {}) {
  const { status } = spawnSync(command, args, { cwd: room, stdio: 'inherit', env: { ...process.env, ...environment } });
  if (status !== 0) process.exit(status ?? 1);
}

const readOr = (file, otherwise) => (existsSync(file) ? readFileSync(file, 'utf8') : otherwise);

function install() {
  const wanted = digest(['package-lock.json']);
  if (readOr(installed, '') === wanted) return;
  console.log('The room: installing what the lock file names …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline']);
  writeFileSync(installed, wanted);
}

function build() {
  run(process.execPath, [join(room, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { ROOM_OUT: assets });
  renameSync(join(assets, '.vite/manifest.json'), manifest);
  rmSync(join(assets, '.vite'), { recursive: true });
}

requireNode();
const wanted = digest(sources());
if (readOr(stamp, '') === wanted && existsSync(manifest) && existsSync(assets)) process.exit(0);
install();
mkdirSync(assets, { recursive: true });
build();
writeFileSync(stamp, wanted);
