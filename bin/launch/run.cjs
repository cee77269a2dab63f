const { spawn } = require('node:child_process');
const path = require('node:path');

/**
 * Runs the command line on `node` and ends as it ends.
 *
 * The child keeps a channel to us: when we are killed in a way that cannot be passed on
 * (kill -9), it notices and dies as well, so that killing `bin/tollkeeper` kills Tollkeeper.
 */
function runCommand(root, node, args) {
  const child = spawn(
    node.path,
    [...node.flags, path.join(root, 'src', 'cli', 'main.ts'), ...args],
    { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: environment(root, node) },
  );
  passSignals(child);
  child.on('error', (error) => {
    console.error(`${node.path} did not run: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const name of passedSignals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}

const passedSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2'];

function passSignals(child) {
  for (const name of passedSignals) {
    process.on(name, () => {
      // At a terminal Ctrl-C reaches the child by itself; passed on, it would count as two.
      if (name === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(name);
    });
  }
}

function environment(root, node) {
  return {
    ...process.env,
    // What a command starts in turn (vitest, biome) runs on the same Node.
    PATH: `${path.dirname(node.path)}${path.delimiter}${process.env.PATH ?? ''}`,
    NODE_COMPILE_CACHE:
      process.env.NODE_COMPILE_CACHE ?? path.join(root, 'node_modules', '.cache', 'compiled'),
  };
}

module.exports = { runCommand };
