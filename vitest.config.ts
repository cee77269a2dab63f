import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'sdk/**/*.test.ts', 'sim/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.tollkeeper/**'],
    // Workers are processes, so that a test's signal handlers, environment and PostgreSQL
    // connections never leak into another file's.
    pool: 'forks',
    globalSetup: ['src/database/test-database.setup.ts'],
    // The first store test of a run waits for initdb and the migrations.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
