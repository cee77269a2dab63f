// Makes a clone ready (dependencies, console) and runs src/cli/main.ts on a Node that can.
const path = require('node:path');
const { buildConsole } = require('./console.cjs');
const { installDependencies } = require('./install.cjs');
const { chooseNode } = require('./node.cjs');
const { runCommand } = require('./run.cjs');

const root = path.dirname(path.dirname(__dirname));

/** Commands that serve the console. The checklist builds it as a step of its own. */
const commandsWithConsole = new Set(['start', 'serve', 'demo', 'bench console']);

async function main() {
  const args = process.argv.slice(2);
  await installDependencies(root);
  const node = chooseNode(root);
  const isServed = [args[0], args.slice(0, 2).join(' ')].some((it) => commandsWithConsole.has(it));
  if (isServed) await buildConsole(root, node);
  runCommand(root, node, args);
}

main().catch((error) => {
  // A Problem is a sentence for the person at the terminal; all else is a bug of ours.
  console.error(error.name === 'Problem' ? error.message : error);
  process.exitCode = 1;
});
