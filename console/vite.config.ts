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
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        const source = file.type === 'chunk' ? file.code : file.source;
        const bytes = Buffer.from(source);
        if (bytes.length < WORTH_BYTES || !/\.(js|css|html|svg)$/.test(file.fileName)) continue;
        const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
        const emit = (ending: string, copy: Uint8Array) =>
          this.emitFile({ type: 'asset', fileName: `${file.fileName}${ending}`, source: copy });
        emit('.br', await promisify(brotliCompress)(bytes, { params }));
        emit('.gz', await promisify(gzip)(bytes));
      }
    },
  };
}
