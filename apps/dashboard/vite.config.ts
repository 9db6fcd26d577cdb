import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.SOUNDINGS_SERVER ?? "http://127.0.0.1:4280";
/** The server answers its own pages only; while pages are developed, they come from here. */
const ours = { target: server, changeOrigin: true, headers: { origin: server } };

export default defineConfig({
  plugins: [react()],
  server: { port: 4281, host: "127.0.0.1", proxy: { "/trpc": ours, "/events": ours, "/auth": ours } },
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
