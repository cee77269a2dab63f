// Builds the console if its sources have changed, by itself: a step of the checklist.
const path = require('node:path');
const { buildConsole } = require('./console.cjs');

const root = path.dirname(path.dirname(__dirname));

buildConsole(root, { path: process.execPath }).catch((error) => {
  console.error(error.name === 'Problem' ? error.message : error);
  process.exitCode = 1;
});
