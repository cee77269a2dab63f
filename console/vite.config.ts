import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 700 },
  // While working on the console: `npx vite` beside a running product.
  server: { host: '127.0.0.1', proxy: { '/v1': 'http://127.0.0.1:8787' } },
});
