const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { withLock } = require('./lock.cjs');
const { Problem } = require('./problem.cjs');

/** Long enough that a quick install says nothing between its two lines. */
const sayAgainMs = 10_000;

/**
 * Installs what package-lock.json names, once per state of that file. That node_modules exists
 * proves nothing: it may be half installed, or from before the last `git pull`.
 */
async function installDependencies(root) {
  const wanted = stampOf(root);
  if (readStamp(root) === wanted) return;
  const waiting = 'Waiting for another Tollkeeper that is installing the dependencies';
  await refuseUnwritable(root, () =>
    withLock(root, waiting, async () => {
      if (readStamp(root) === wanted) return;
      if (!isInstalled(root)) await runNpm(root);
      writeFileSync(stampFile(root), wanted);
    }),
  );
}

const stampFile = (root) => path.join(root, 'node_modules', '.tollkeeper-installed');

/** What is installed depends on the lockfile and on the machine, whose binaries differ. */
function stampOf(root) {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
}

function readStamp(root) {
  const file = stampFile(root);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * Whether somebody's own `npm ci` has installed just this already, by npm's record of what it
 * unpacked. Packages for other machines are in the lockfile and not in the record.
 */
function isInstalled(root) {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(locked)
    .filter(([place, entry]) => place.startsWith('node_modules/') && isForHere(entry))
    .every(([place, entry]) => installed[place]?.version === entry.version);
}

/**
 * Of the optional packages only those made for this machine are sure to be installed: npm
 * also leaves out what only the others need, and what is for another C library.
 */
function isForHere({ optional, devOptional, os, cpu, libc }) {
  if (!optional && !devOptional) return true;
  if (libc !== undefined) return false;
  return os?.includes(process.platform) === true && cpu?.includes(process.arch) === true;
}

async function runNpm(root) {
  console.error('Installing the dependencies (only the first time, about half a minute) …');
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const progress = setInterval(() => console.error(`  … ${seconds()} s`), sayAgainMs);
  try {
    await npmCi(root);
  } finally {
    clearInterval(progress);
  }
  console.error(`Dependencies installed in ${seconds()} s.`);
}

/** `--include=dev`, because NODE_ENV=production would leave out what builds the console. */
function npmCi(root) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [npm.stdout, npm.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    npm.on('error', (error) => {
      reject(new Problem(`npm, which installs the dependencies, did not run: ${error.message}`));
    });
    npm.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Problem(`${output}\nnpm could not install the dependencies (see above).`));
    });
  });
}

async function refuseUnwritable(root, work) {
  try {
    await work();
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    throw new Problem(
      `Dependencies have to be installed in ${root}, which this user may not write to: ` +
        'run `bin/tollkeeper doctor` once as its owner.',
    );
  }
}

module.exports = { installDependencies };
