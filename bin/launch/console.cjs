const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { withLock } = require('./lock.cjs');
const { Problem } = require('./problem.cjs');

/** What the built console follows from, besides the dependencies. */
const sourceFolders = ['console', 'sdk'];

const notSources = new Set(['node_modules', 'dist', 'coverage', 'test']);

/** Builds the console into console/dist, once per state of its sources. */
async function buildConsole(root, node) {
  const home = path.join(root, 'console');
  if (!existsSync(path.join(home, 'index.html'))) return;
  const wanted = hashSources(root);
  if (readStamp(home) === wanted) return;
  const waiting = 'Waiting for another Tollkeeper that is building the console';
  await withLock(root, waiting, async () => {
    if (readStamp(home) === wanted) return;
    console.error('Building the console …');
    const startedAt = Date.now();
    await runVite(root, home, node);
    writeFileSync(stampFile(home), wanted);
    console.error(`Console built in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  });
}

/** Within dist, so that removing it also removes the claim that it is there. */
const stampFile = (home) => path.join(home, 'dist', '.built-from');

function readStamp(home) {
  const file = stampFile(home);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function hashSources(root) {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  const add = (folder) => {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (notSources.has(entry.name)) continue;
      const place = path.join(folder, entry.name);
      if (entry.isDirectory()) add(place);
      else if (entry.isFile()) hash.update(`${place}\0`).update(readFileSync(place));
    }
  };
  for (const folder of sourceFolders) add(path.join(root, folder));
  return hash.digest('hex');
}

function runVite(root, home, node) {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--logLevel', 'warn'];
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(node.path, args, { cwd: home, env, stdio: ['ignore', 2, 2] });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Problem('The console could not be built (see above).'));
    });
  });
}

module.exports = { buildConsole };
