const { existsSync } = require('node:fs');
const path = require('node:path');
const { Problem } = require('./problem.cjs');

/** The oldest Node that runs the product's TypeScript, by its own type stripping. */
const oldest = [22, 13];

/** From these on Node strips types without being asked to. */
const strippingByDefault = { 22: 18, 23: 6 };

/**
 * The Node to run the product on: the one we are on where that is new enough, else the one
 * that npm brought. Returns its path and the flags that it needs.
 */
function chooseNode(root) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) {
    const since = strippingByDefault[major] ?? 0;
    const stripping = minor < since ? ['--experimental-strip-types'] : [];
    return { path: process.execPath, flags: [...stripping, ...quiet] };
  }
  const name = `node-${process.platform}-${process.arch}`;
  const brought = path.join(root, 'node_modules', name, 'bin', 'node');
  if (existsSync(brought)) return { path: brought, flags: quiet };
  throw new Problem(
    `Tollkeeper needs Node ${oldest.join('.')} or newer, and this is Node ` +
      `${process.versions.node}. On Linux (x64, arm64) npm brings a newer one along; here ` +
      `(${process.platform}, ${process.arch}) install one from https://nodejs.org.`,
  );
}

/** That type stripping is experimental on some versions is our concern, not the operator's. */
const quiet = ['--disable-warning=ExperimentalWarning'];

module.exports = { chooseNode };
