import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = "http://127.0.0.1:4280";

export default defineConfig({
  plugins: [react()],
  server: { port: 4281, host: "127.0.0.1", proxy: { "/trpc": server, "/events": server } },
  build: {
    outDir: "dist",
    target: "es2023",
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // One chunk, so that the schema library is told to make no code at run time before any schema is made.
        codeSplitting: { groups: [{ name: "schema", test: /node_modules\/zod\/|src\/app\/strict/ }] },
      },
    },
  },
});
