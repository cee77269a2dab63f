const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');

/** Often enough not to be noticed beside an install of half a minute. */
const askAgainMs = 200;

/**
 * Runs `work` while no other process runs it for the same clone, waiting for one that does.
 * A process that dies leaves its lock behind; the next takes it over.
 */
async function withLock(root, waiting, work) {
  const folder = path.join(root, '.tollkeeper');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'prepare.lock');
  let told = false;
  for (;;) {
    if (claim(file)) break;
    const owner = readOwner(file);
    if (owner !== undefined && !isAlive(owner)) {
      takeOver(file, owner);
      continue;
    }
    if (!told) console.error(`${waiting} (process ${owner ?? 'unknown'}).`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Makes the file unless it is there. */
function claim(file) {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a dead owner's lock. Of several that see it dead only the one that can make the
 * marker goes on, and looks once more: the lock may be a living process's by now.
 */
function takeOver(file, deadOwner) {
  const marker = `${file}.dead-${deadOwner}`;
  if (!claim(marker)) {
    const remover = readOwner(marker);
    if (remover !== undefined && !isAlive(remover)) rmSync(marker, { force: true });
    return;
  }
  try {
    if (readOwner(file) === deadOwner) {
      const removed = `${file}.removed-${process.pid}`;
      renameSync(file, removed);
      rmSync(removed, { force: true });
    }
  } finally {
    rmSync(marker, { force: true });
  }
}

/** Undefined where the file is gone, or is being written at this moment. */
function readOwner(file) {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isSafeInteger(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

module.exports = { withLock };
