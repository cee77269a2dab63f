import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

export default defineConfig({
  plugins: [react(), compressed()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 700 },
  // While working on the console: `npx vite` beside a running product.
  server: { host: '127.0.0.1', proxy: { '/v1': 'http://127.0.0.1:8787' } },
});

/** Below this a compressed copy saves less than its own headers. */
const WORTH_BYTES = 1_024;

/** Writes a compressed copy beside each file, so that the server never compresses by itself. */
function compressed(): Plugin {
  return {
    name: 'compressed-copies',
    apply: 'build',
    // When all is written: until then other plugins still change what the files say.
    async writeBundle({ dir = 'dist' }, bundle) {
      for (const name of Object.keys(bundle)) {
        const place = path.join(dir, name);
        const bytes = await readFile(place);
        if (bytes.length < WORTH_BYTES || !/\.(js|css|html|svg)$/.test(name)) continue;
        const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        await writeFile(`${place}.br`, await promisify(brotliCompress)(bytes, { params }));
        await writeFile(`${place}.gz`, await promisify(gzip)(bytes));
      }
    },
  };
}
